package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferingTest {

  @ParameterizedTest
  @EnumSource(PartState.class)
  void another_way_is_for_what_failed_or_was_reversed(PartState state) {
    boolean lost = state == PartState.FAILED || state == PartState.REVERSED;

    assertThat(Offering.refusal(part(PartKind.REFUND, state, "EUR", "re_1"), account()).isEmpty())
        .isEqualTo(lost);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUND")
  void nothing_is_paid_out_where_nothing_was_taken(PartKind kind) {
    assertThat(Offering.refusal(part(kind, PartState.FAILED, "EUR", ""), account()))
        .contains(Finding.of(ReasonCode.PAYOUT_NOT_NEEDED));
  }

  @Test
  void a_disputed_payment_would_pay_twice() {
    TenderAccount disputed =
        account().seen(new PaymentSnapshot("pi_1", TenderState.DISPUTED, Money.of(9000, "EUR")));

    assertThat(Offering.refusal(part(PartKind.REFUND, PartState.FAILED, "EUR", "re_1"), disputed))
        .contains(Finding.of(ReasonCode.PAYMENT_DISPUTED));
  }

  @Test
  void only_euro_goes_to_a_bank_account_and_only_where_there_is_a_bank() {
    RefundPart euro = part(PartKind.REFUND, PartState.FAILED, "EUR", "re_1");
    RefundPart pounds = part(PartKind.REFUND, PartState.FAILED, "GBP", "re_1");

    assertThat(Offering.transferRefusal(euro, true)).isEmpty();
    assertThat(Offering.transferRefusal(euro, false)).isPresent();
    assertThat(Offering.transferRefusal(pounds, true))
        .contains(Finding.of(ReasonCode.UNSUPPORTED, "currency", "GBP"));
  }

  @Test
  void credit_is_for_refunds_that_were_made_and_lost_in_shops_that_take_it() {
    RefundPart lost = part(PartKind.REFUND, PartState.FAILED, "GBP", "re_1");
    RefundPart declined = part(PartKind.REFUND, PartState.FAILED, "GBP", "");

    assertThat(Offering.creditRefusal(lost, true)).isEmpty();
    assertThat(Offering.creditRefusal(lost, false)).isPresent();
    assertThat(Offering.creditRefusal(declined, true)).isPresent();
  }

  private static RefundPart part(
      PartKind kind, PartState state, String currency, String reference) {
    return new RefundPart(
        new UUID(7, 1),
        new UUID(7, 2),
        new UUID(7, 3),
        new UUID(7, 4),
        kind,
        state,
        Money.of(4000, currency),
        reference,
        null,
        null,
        RefundTrace.NONE);
  }

  private static TenderAccount account() {
    Money zero = Money.of(0, "EUR");
    return new TenderAccount(
        new UUID(7, 4),
        new UUID(7, 3),
        "stripe",
        "pi_1",
        TenderState.CAPTURED,
        Money.of(9000, "EUR"),
        Money.of(9000, "EUR"),
        zero,
        zero,
        zero,
        zero,
        zero);
  }
}
