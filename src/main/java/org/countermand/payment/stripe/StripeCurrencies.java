package org.countermand.payment.stripe;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * Which amounts mean the same in ISO 4217 minor units and at Stripe. The others are refused, not
 * converted: a factor of a hundred in a refund is worse than a refund by hand.
 */
final class StripeCurrencies {

  /** Currencies without decimals after ISO 4217 that have none at Stripe either. */
  private static final Set<String> WITHOUT_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND", "VUV", "XAF", "XOF",
          "XPF");

  /** Two decimals after ISO 4217, none at Stripe. */
  private static final Set<String> TWO_HERE_NONE_THERE = Set.of("MGA");

  private StripeCurrencies() {}

  /**
   * Why amounts of this currency cannot be sent as they are. Beside MGA this hits ISK (no decimals
   * here, two there), UGX (Stripe says both none and two), and BHD, JOD, KWD, OMR and TND, whose
   * last of three decimals Stripe wants to be zero.
   */
  static Optional<Finding> refusal(Currency currency) {
    String code = currency.getCurrencyCode();
    boolean same =
        switch (currency.getDefaultFractionDigits()) {
          case 0 -> WITHOUT_DECIMALS.contains(code);
          case 2 -> !TWO_HERE_NONE_THERE.contains(code);
          default -> false;
        };
    return same
        ? Optional.empty()
        : Optional.of(Finding.of(ReasonCode.UNSUPPORTED, "currency", code));
  }
}
