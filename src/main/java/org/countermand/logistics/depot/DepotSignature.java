package org.countermand.logistics.depot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Digest;

/**
 * A header {@code t=<seconds>,v1=<hex>}, where the hexadecimal digits are HMAC-SHA256 over {@code t
 * + "." + body}; there may be several {@code v1} while secrets are being changed.
 */
record DepotSignature(long seconds, List<String> signatures) {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  DepotSignature {
    signatures = List.copyOf(signatures);
  }

  /** The parts of a header, or nothing if it is none. */
  static Optional<DepotSignature> parse(String header) {
    String time = "";
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      if (part.startsWith("t=")) {
        time = part.substring(2);
      } else if (part.startsWith("v1=")) {
        signatures.add(part.substring(3));
      }
    }
    return time.matches("\\d{1,12}")
        ? Optional.of(new DepotSignature(Long.parseLong(time), signatures))
        : Optional.empty();
  }

  boolean isFresh(Instant at) {
    Duration age = Duration.between(Instant.ofEpochSecond(seconds), at);
    return age.abs().compareTo(TOLERANCE) <= 0;
  }

  boolean verifies(String secret, String body) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    String expected = Digest.hmacHex(key, seconds + "." + body);
    return signatures.stream().anyMatch(signature -> Digest.same(expected, signature));
  }
}
