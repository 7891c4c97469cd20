package org.countermand.api.wire;

import org.countermand.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in an answer.
 *
 * @param decimal the same in major units, for people; programs use {@code minor}
 */
public record Amount(
    @Schema(description = "Minor units", example = "1999") long minor,
    @Schema(description = "ISO 4217", example = "EUR") String currency,
    @Schema(description = "The same in major units", example = "19.99") String decimal) {

  static Amount of(Money money) {
    return new Amount(
        money.minor(), money.currency().getCurrencyCode(), money.decimal().toPlainString());
  }
}
