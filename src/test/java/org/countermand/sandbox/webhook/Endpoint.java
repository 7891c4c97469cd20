package org.countermand.sandbox.webhook;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told.
 *
 * @param url where messages are posted
 * @param secret what they are signed with
 * @param mode how they arrive; {@link Mode#NORMAL} when left out
 * @param delayMs how long they wait, or may wait when shuffled; milliseconds
 * @param repeat how often each arrives when repeated; 2 when left out
 */
public record Endpoint(
    URI url, String secret, @Nullable Mode mode, long delayMs, @Nullable Integer repeat) {

  public Endpoint {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(secret, "secret");
    mode = mode == null ? Mode.NORMAL : mode;
    repeat = mode == Mode.REPEATED ? Objects.requireNonNullElse(repeat, 2) : 1;
  }

  /** Messages arrive once and at once; their order is not promised. */
  public static Endpoint normal(URI url, String secret) {
    return new Endpoint(url, secret, Mode.NORMAL, 0, null);
  }
}
