package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import org.countermand.kernel.Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one secret that all nodes share, and the keys made from it.
 *
 * <p>Configured as {@code countermand.secret}: at least {@value #SHORTEST} random bytes in base64.
 * Without it the application does not start. Changing it ends every login, link and code.
 */
@ApplicationScoped
public class Secrets {

  static final int SHORTEST = 32;

  @Inject
  @ConfigProperty(name = "countermand.secret")
  Optional<String> configured;

  /** Keys from the given secret, where no container injects one. */
  @SuppressWarnings("UnnecessaryAssignment") // nothing is injected into what no container made
  public static Secrets of(String base64) {
    Secrets secrets = new Secrets();
    secrets.configured = Optional.of(base64);
    return secrets;
  }

  /** A secret that is missing shows when the operator looks, not when the first customer comes. */
  void check(@Observes Startup startup) {
    master();
  }

  /**
   * The key for one purpose. Keys of different purposes say nothing about each other.
   *
   * @param purpose what it is for, the same word on every node
   * @return 32 bytes
   * @throws IllegalStateException if the secret is missing, malformed or short
   */
  public byte[] key(String purpose) {
    return Digest.hmac(master(), "countermand/" + purpose);
  }

  private byte[] master() {
    byte[] master;
    try {
      master = Base64.getDecoder().decode(configured.orElse("").strip());
    } catch (IllegalArgumentException e) {
      throw refusal("is not base64");
    }
    if (master.length == 0) {
      throw refusal("is missing");
    }
    if (master.length < SHORTEST) {
      throw refusal("has only " + master.length + " bytes");
    }
    return master;
  }

  private static IllegalStateException refusal(String what) {
    return new IllegalStateException(
        "The configuration property countermand.secret %s; set it, the same on every node, to at"
                .formatted(what)
            + " least %d random bytes in base64, as from: openssl rand -base64 %d"
                .formatted(SHORTEST, SHORTEST));
  }
}
