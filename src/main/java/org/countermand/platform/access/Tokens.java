package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Digest;

/**
 * Signs a few words so that they can be handed to somebody and believed when he brings them back.
 *
 * <p>A token is {@code version.expiry.field…​.signature}, everything in the letters that URLs and
 * cookies carry unchanged. It is signed, not encrypted: whoever holds it can read it. It is bound
 * to a purpose, because each purpose has its own key, and ends at its expiry; it cannot be called
 * back before.
 */
@ApplicationScoped
public class Tokens {

  private static final String VERSION = "1";

  /** Longer than any token made here; what is longer is not worth the hashing. */
  private static final int LONGEST = 2_000;

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  @Inject Secrets secrets;
  @Inject Clock clock;

  /**
   * A token that says these fields until the validity is over.
   *
   * @param purpose the only purpose under which it will be believed
   */
  public String sign(String purpose, Duration validity, String... fields) {
    StringBuilder text = new StringBuilder(VERSION).append('.');
    text.append(clock.instant().plus(validity).getEpochSecond());
    for (String field : fields) {
      text.append('.').append(ENCODER.encodeToString(field.getBytes(StandardCharsets.UTF_8)));
    }
    return text + "." + signature(purpose, text.toString());
  }

  /**
   * The fields of a token that was signed here for this purpose and has not expired.
   *
   * @return nothing for any other text, without saying which of these it lacks
   */
  public Optional<List<String>> verify(String purpose, String token) {
    int end = token.lastIndexOf('.');
    if (end < 0 || token.length() > LONGEST) {
      return Optional.empty();
    }
    String text = token.substring(0, end);
    if (!Digest.same(signature(purpose, text), token.substring(end + 1))) {
      return Optional.empty();
    }
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    if (!parts.get(0).equals(VERSION)
        || Long.parseLong(parts.get(1)) <= clock.instant().getEpochSecond()) {
      return Optional.empty();
    }
    return Optional.of(parts.stream().skip(2).map(Tokens::decoded).toList());
  }

  private String signature(String purpose, String text) {
    return ENCODER.encodeToString(Digest.hmac(secrets.key("token/" + purpose), text));
  }

  private static String decoded(String field) {
    return new String(Base64.getUrlDecoder().decode(field), StandardCharsets.UTF_8);
  }
}
