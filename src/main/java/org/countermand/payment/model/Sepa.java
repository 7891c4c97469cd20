package org.countermand.payment.model;

import java.util.Currency;
import java.util.Set;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * Where a SEPA credit transfer reaches: euro, to accounts of the countries in the scheme's
 * geographical scope (European Payments Council, EPC409-09). Territories without a code of their
 * own have accounts under the country's.
 */
final class Sepa {

  /** The one currency of the scheme. */
  static final Currency CURRENCY = Currency.getInstance("EUR");

  private static final Set<String> COUNTRIES =
      Set.of(
          "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB",
          "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK",
          "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA");

  private Sepa() {}

  /** The number, if a transfer reaches it; else {@code IBAN_OUTSIDE_SEPA}. */
  static Decision<String> reached(String iban) {
    String country = iban.substring(0, 2);
    return COUNTRIES.contains(country)
        ? Decision.yes(iban)
        : Decision.no(Finding.of(ReasonCode.IBAN_OUTSIDE_SEPA, "country", country));
  }
}
