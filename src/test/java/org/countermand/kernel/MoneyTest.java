package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({"1999,EUR,19.99 EUR", "500,JPY,500 JPY", "-5,USD,-0.05 USD", "1234,KWD,1.234 KWD"})
  void is_written_with_the_decimals_of_its_currency_and_read_back(
      long minor, String currency, String text) {
    assertThat(Money.of(minor, currency)).hasToString(text);
    assertThat(Money.parse(text)).isEqualTo(Money.of(minor, currency));
  }

  @Test
  void does_not_mix_currencies() {
    assertThatThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.of(1, "EUR").compareTo(Money.of(1, "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_to_overflow() {
    assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "EUR").plus(Money.of(1, "EUR")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(Long.MIN_VALUE, "EUR").negated())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refuses_more_decimals_than_the_currency_has() {
    assertThatThrownBy(() -> Money.parse("1.5 JPY")).isInstanceOf(ArithmeticException.class);
  }
}
