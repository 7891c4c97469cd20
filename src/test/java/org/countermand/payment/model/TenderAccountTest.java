package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.junit.jupiter.api.Test;

class TenderAccountTest {

  @Test
  void an_authorization_is_voided_only_when_nothing_of_it_remains() {
    TenderAccount account = account(3000, 0);
    assertThat(account.kindFor(eur(1000))).isEqualTo(PartKind.CEILING);
    TenderAccount lowered = account.begun(PartKind.CEILING, eur(1000));
    assertThat(lowered.kindFor(eur(1000))).isEqualTo(PartKind.CEILING);
    assertThat(lowered.kindFor(eur(2000))).isEqualTo(PartKind.VOID);
  }

  @Test
  void a_capture_seen_at_the_gateway_turns_the_way_back_into_a_refund() {
    TenderAccount seen =
        account(3000, 0).seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(3000)));
    assertThat(seen.kindFor(eur(3000))).isEqualTo(PartKind.REFUND);
    assertThat(seen.remaining()).isEqualTo(eur(3000));
  }

  @Test
  void a_refund_that_was_not_possible_frees_what_it_had_taken() {
    TenderAccount account = account(3000, 3000);
    TenderAccount begun = account.begun(PartKind.REFUND, eur(1200));
    assertThat(begun.remaining()).isEqualTo(eur(1800));
    assertThat(begun.undone(PartKind.REFUND, eur(1200))).isEqualTo(account);
  }

  @Test
  void a_capture_above_the_ceiling_is_noticed() {
    TenderAccount lowered = account(3000, 0).begun(PartKind.CEILING, eur(1000));
    assertThat(
            lowered
                .seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(3000)))
                .capturedAboveCeiling())
        .isTrue();
    assertThat(
            lowered
                .seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(2000)))
                .capturedAboveCeiling())
        .isFalse();
  }

  @Test
  void what_is_partly_taken_is_never_voided_because_the_rest_is_for_other_units() {
    TenderAccount partly =
        account(3000, 0)
            .seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(2000), eur(1000)));
    assertThat(partly.remaining()).isEqualTo(eur(3000));
    assertThat(partly.waysFor(eur(1000))).containsExactly(new Way(PartKind.CEILING, eur(1000)));
    TenderAccount lowered = partly.begun(PartKind.CEILING, eur(1000));
    assertThat(lowered.ceiling()).isEqualTo(eur(2000));
    assertThat(lowered.waysFor(eur(500))).containsExactly(new Way(PartKind.REFUND, eur(500)));
    assertThat(lowered.remaining()).isEqualTo(eur(2000));
  }

  @Test
  void a_rest_that_the_gateway_let_go_meanwhile_was_never_taken_and_is_not_refunded() {
    TenderAccount promised =
        account(3000, 0)
            .seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(2000), eur(1000)))
            .begun(PartKind.REFUND, eur(1500));
    assertThat(promised.waysFor(eur(1200)))
        .containsExactly(new Way(PartKind.CEILING, eur(1000)), new Way(PartKind.REFUND, eur(200)));
  }

  @Test
  void two_equal_refunds_of_one_payment_are_two() {
    GatewayCall one = call();
    GatewayCall other = call();
    assertThat(one.digest()).isNotEqualTo(other.digest());
  }

  @Test
  void a_gift_card_is_given_back_in_our_own_ledger_and_no_gateway_is_asked() {
    TenderAccount card =
        TenderAccount.opened(
            Ids.next(),
            new Tender(
                Ids.next(),
                1,
                TenderKind.GIFT_CARD,
                Tender.OUR_LEDGER,
                "card-1",
                "Gift card",
                eur(3000),
                eur(3000)));
    assertThat(card.internal()).isTrue();
    assertThat(card.kindFor(eur(3000))).isEqualTo(PartKind.CREDIT);
    assertThat(card.begun(PartKind.CREDIT, eur(1000)).remaining()).isEqualTo(eur(2000));
  }

  private static GatewayCall call() {
    return new GatewayCall(Ids.next(), Ids.next(), "stripe", "pi", PartKind.REFUND, eur(1000));
  }

  private static TenderAccount account(long authorized, long captured) {
    return TenderAccount.opened(
        Ids.next(),
        new Tender(
            Ids.next(),
            1,
            TenderKind.CARD,
            "stripe",
            "pi",
            "Visa",
            eur(authorized),
            eur(captured)));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
