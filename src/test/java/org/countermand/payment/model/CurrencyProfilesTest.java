package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrderIn;

import java.util.Currency;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts in the gateway's whole numbers, exactly or not at all. */
class CurrencyProfilesTest {

  @ParameterizedTest
  @CsvSource({
    "EUR, 1999, 1999",
    "HUF, 199900, 199900",
    "TWD, 80045, 80045",
    "COP, 1000000, 1000000",
    "IDR, 1500000, 1500000",
    "JPY, 500, 500",
    "KRW, 10500, 10500",
    "CLP, 5, 5",
    // No decimals here, two at Stripe.
    "ISK, 7, 700",
    // Two here, none at Stripe.
    "MGA, 12300, 123",
    "KWD, 5120, 5120",
    "BHD, 10, 10",
    "EUR, -250, -250"
  })
  void an_amount_is_the_same_money_on_both_sides(String currency, long minor, long at) {
    Money amount = Money.of(minor, currency);

    assertThat(CurrencyProfiles.toGateway("stripe", amount)).isEqualTo(Decision.yes(at));
    assertThat(profile(currency).fromGateway(at)).isEqualTo(Decision.yes(amount));
  }

  @ParameterizedTest
  @CsvSource({"KWD, 5124", "BHD, 1", "JOD, 1005", "OMR, 999", "TND, 11", "MGA, 50", "MGA, 12301"})
  void an_amount_that_cannot_be_written_exactly_is_refused_and_not_rounded(
      String currency, long minor) {
    Money amount = Money.of(minor, currency);

    assertThat(CurrencyProfiles.toGateway("stripe", amount))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.AMOUNT_INEXACT, "amount", amount)));
  }

  /** Stripe lists UGX without decimals and asks for a factor of a hundred; the others it lacks. */
  @ParameterizedTest
  @ValueSource(strings = {"UGX", "IQD", "LYD", "XAU", "XXX"})
  void a_currency_that_is_not_known_for_sure_is_refused(String currency) {
    assertThat(CurrencyProfiles.of("stripe", Currency.getInstance(currency)))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.UNSUPPORTED, "currency", currency)));
  }

  @Test
  void a_number_of_the_gateway_that_is_finer_than_the_currency_is_refused() {
    assertThat(profile("ISK").fromGateway(150)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void an_amount_too_large_for_the_gateways_numbers_is_refused_and_does_not_overflow() {
    assertThat(profile("ISK").toGateway(Money.of(Long.MAX_VALUE / 50, "ISK")))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void the_amount_of_one_currency_is_never_written_in_another() {
    assertThat(profile("USD").toGateway(Money.of(100, "EUR"))).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void nothing_is_refused_for_a_gateway_of_which_nothing_is_known() {
    assertThat(CurrencyProfiles.refusal("stripe", Money.of(1, "KWD"))).isPresent();
    assertThat(CurrencyProfiles.refusal("stripe", Money.of(1, "UGX"))).isPresent();
    assertThat(CurrencyProfiles.refusal("stripe", Money.of(10, "KWD"))).isEmpty();
    assertThat(CurrencyProfiles.refusal("giftcards", Money.of(1, "KWD"))).isEmpty();
  }

  /** The order knows no gateway, so it has the steps by itself; here they meet. */
  @Test
  void the_step_in_which_an_order_is_shared_out_is_the_smallest_amount_that_can_be_paid() {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      if (CurrencyProfiles.of("stripe", currency) instanceof Decision.Accepted) {
        long smallest =
            LongStream.rangeClosed(1, 1000)
                .filter(
                    minor ->
                        CurrencyProfiles.refusal("stripe", new Money(minor, currency)).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(anOrderIn(currency.getCurrencyCode()).of(1, 1000, 0, 0).order().shareStep())
            .as(currency.getCurrencyCode())
            .isEqualTo(smallest);
      }
    }
  }

  @Test
  void every_profile_says_where_it_is_from_and_when() {
    assertThat(profile("EUR").source()).startsWith("https://docs.stripe.com/");
    assertThat(profile("EUR").asOf()).isBefore("2026-11-25");
  }

  /** Whatever is accepted comes back as the same amount, in every currency the platform knows. */
  @Test
  void what_is_accepted_comes_back_unchanged() {
    SplittableRandom random = new SplittableRandom(20261125);
    for (Currency currency : Currency.getAvailableCurrencies()) {
      Optional.of(CurrencyProfiles.of("stripe", currency))
          .filter(Decision.Accepted.class::isInstance)
          .map(yes -> ((Decision.Accepted<CurrencyProfile>) yes).value())
          .ifPresent(
              profile -> {
                for (int i = 0; i < 200; i++) {
                  Money amount = new Money(random.nextLong(1_000_000_000_000L), currency);
                  if (profile.toGateway(amount) instanceof Decision.Accepted<Long> yes) {
                    assertThat(profile.fromGateway(yes.value())).isEqualTo(Decision.yes(amount));
                  }
                }
              });
    }
  }

  /**
   * Money counts in the minor units of ISO 4217, which the platform knows. CLDR, which says how
   * people write amounts, knows fewer decimals of some: whoever took its word at the gateway would
   * be wrong by a factor of a hundred.
   */
  @ParameterizedTest
  @CsvSource({
    "JPY, 0, 0",
    "KRW, 0, 0",
    "CLP, 0, 0",
    "ISK, 0, 0",
    "UGX, 0, 0",
    "HUF, 2, 0",
    "TWD, 2, 2",
    "COP, 2, 0",
    "IDR, 2, 0",
    "KWD, 3, 3",
    "BHD, 3, 3",
    "MGA, 2, 0",
    "IQD, 3, 0"
  })
  void minor_units_are_those_of_iso_and_not_those_of_cldr(String code, int iso, int cldr) {
    assertThat(Currency.getInstance(code).getDefaultFractionDigits()).isEqualTo(iso);
    assertThat(com.ibm.icu.util.Currency.getInstance(code).getDefaultFractionDigits())
        .isEqualTo(cldr);
  }

  private static CurrencyProfile profile(String currency) {
    return ((Decision.Accepted<CurrencyProfile>)
            CurrencyProfiles.of("stripe", Currency.getInstance(currency)))
        .value();
  }
}
