package org.countermand.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minor units that mean the same on both sides. */
class StripeCurrenciesTest {

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "GBP", "USD", "CHF", "HUF", "TWD", "JPY", "KRW", "CLP", "XOF"})
  void amounts_that_mean_the_same_are_sent(String currency) {
    assertThat(StripeCurrencies.refusal(Currency.getInstance(currency))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ISK", "UGX", "MGA", "KWD", "BHD", "JOD", "OMR", "TND", "IQD", "LYD", "XAU"})
  void amounts_that_mean_something_else_are_refused(String currency) {
    assertThat(StripeCurrencies.refusal(Currency.getInstance(currency))).isPresent();
  }
}
