package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.CreditEntry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreditTest {

  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
  private static final CreditAccount CARD =
      new CreditAccount(
          Ids.next(), "linden", CreditKind.GIFT_CARD, "card-1", Currency.getInstance("EUR"));

  @Test
  void the_balance_is_the_sum_of_what_was_booked() {
    assertThat(card(entry(Kind.OPENED, "l", 5000), entry(Kind.SPENT, "o", 1200)).balance())
        .isEqualTo(eur(3800));
    assertThat(card().balance()).isEqualTo(eur(0));
  }

  @Test
  void what_is_spent_goes_off_to_the_last_cent_and_no_further() {
    Credit card = card(entry(Kind.OPENED, "l", 5000));
    assertThat(amount(spend(card, "o-1", 5000))).isEqualTo(eur(-5000));
    assertThat(spend(card, "o-1", 5001))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.CREDIT_SHORT, "balance", eur(5000))));
  }

  @Test
  void a_spending_told_again_is_the_one_that_was_booked_even_if_the_card_is_empty_by_now() {
    CreditEntry booked = entry(Kind.SPENT, "o-1", 5000);
    Credit card = card(entry(Kind.OPENED, "l", 5000), booked);
    assertThat(spend(card, "o-1", 5000)).isEqualTo(Decision.yes(booked));
    assertThat(spend(card, "o-1", 4000)).isEqualTo(Decision.no(ReasonCode.IDEMPOTENCY_KEY_REUSED));
  }

  @Test
  void nobody_pays_in_another_currency_than_the_card_s() {
    assertThat(card().spend(new Spending("card-1", "o", Money.of(1, "USD")), "partner", AT))
        .isEqualTo(
            Decision.no(Finding.of(ReasonCode.CURRENCY_MISMATCH, "field", "amount.currency")));
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_entry_knows_which_way_it_goes_and_nothing_books_nothing(Kind kind) {
    CreditEntry booked = entry(kind, "x", 7);
    assertThat(booked.amount().isNegative())
        .isEqualTo(kind == Kind.SPENT || kind == Kind.TAKEN_BACK);
    assertThatThrownBy(() -> entry(kind, "x", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry(kind, "x", -7)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Decision<CreditEntry> spend(Credit card, String id, long minor) {
    return card.spend(new Spending("card-1", id, eur(minor)), "partner", AT);
  }

  private static Money amount(Decision<CreditEntry> decision) {
    return ((Decision.Accepted<CreditEntry>) decision).value().amount();
  }

  private static Credit card(CreditEntry... entries) {
    return new Credit(CARD, List.of(entries));
  }

  private static CreditEntry entry(Kind kind, String subject, long value) {
    return CreditEntry.of(CARD, kind, subject, eur(value), "test", AT);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
