package org.countermand.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countermand.api.problem.Refusal;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/** The caller's own name for a request, by which a repetition is recognised. */
final class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private IdempotencyKey() {}

  /**
   * The key, if the caller gave one.
   *
   * @throws Refusal if it is not of 1 to 255 printable characters without blanks
   */
  static Optional<String> of(@Nullable String header) {
    if (header != null && !PRINTABLE.matcher(header).matches()) {
      throw new Refusal(List.of(Finding.of(ReasonCode.FIELD_INVALID, "field", HEADER)));
    }
    return Optional.ofNullable(header);
  }
}
