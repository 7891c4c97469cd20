package org.countermand.api.wire;

import java.util.Currency;
import java.util.Optional;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount in a request. */
@Schema(name = "Money")
public record MoneyBody(
    @Schema(description = "Minor units, a whole number", example = "1999", required = true)
        @Nullable Long minor,
    @Schema(description = "ISO 4217", example = "EUR", required = true) @Nullable String currency) {

  /** Above any order; sums of as many as a body can hold stay far from overflow. */
  private static final long LARGEST_MINOR = 1_000_000_000_000L;

  /** An amount that has to be there and is not negative. */
  static Money price(Fields fields, String name, @Nullable MoneyBody body, Currency expected) {
    return read(fields, name, body, expected, 0, LARGEST_MINOR);
  }

  /** As {@link #price}, or nothing. */
  static Money optionalPrice(
      Fields fields, String name, @Nullable MoneyBody body, Currency expected) {
    return body == null ? Money.zero(expected) : price(fields, name, body, expected);
  }

  /** An amount that has to be there and is not positive. */
  static Money deduction(Fields fields, String name, @Nullable MoneyBody body, Currency expected) {
    return read(fields, name, body, expected, -LARGEST_MINOR, 0);
  }

  /** An amount that has to be there and may be negative. */
  static Money difference(Fields fields, String name, @Nullable MoneyBody body, Currency expected) {
    return read(fields, name, body, expected, -LARGEST_MINOR, LARGEST_MINOR);
  }

  /** An amount that is positive where it is there. */
  static Optional<Money> optionalValue(
      Fields fields, String name, @Nullable MoneyBody body, Currency expected) {
    return body == null
        ? Optional.empty()
        : Optional.of(read(fields, name, body, expected, 1, LARGEST_MINOR));
  }

  private static Money read(
      Fields fields,
      String name,
      @Nullable MoneyBody body,
      Currency expected,
      long least,
      long most) {
    if (body == null) {
      fields.found(ReasonCode.FIELD_MISSING, name);
      return Money.zero(expected);
    }
    Fields amount = fields.within(name);
    long minor = amount.required("minor", body.minor, 0L);
    if (minor < least || minor > most) {
      amount.invalid("minor");
    }
    amount
        .parsed("currency", body.currency, Texts::currency)
        .filter(currency -> !currency.equals(expected))
        .ifPresent(other -> amount.found(ReasonCode.CURRENCY_MISMATCH, "currency"));
    return new Money(minor, expected);
  }
}
