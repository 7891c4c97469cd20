package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    assertThat(partly.waysFor(eur(999))).containsExactly(new Way(PartKind.CEILING, eur(999)));
    assertThat(partly.waysFor(eur(1000))).containsExactly(new Way(PartKind.LAPSING, eur(1000)));
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
        .containsExactly(new Way(PartKind.LAPSING, eur(1000)), new Way(PartKind.REFUND, eur(200)));
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

  @Test
  void what_somebody_else_gave_back_lowers_what_remains() {
    TenderAccount seen = account(3000, 3000).seen(snapshot(3000, byHand("re_1", 1200)));
    assertThat(seen.external()).isEqualTo(eur(1200));
    assertThat(seen.remaining()).isEqualTo(eur(1800));
    assertThat(seen.bears(PartKind.REFUND, eur(1800))).isTrue();
    assertThat(seen.bears(PartKind.REFUND, eur(1801))).isFalse();
  }

  @Test
  void a_refund_by_hand_that_failed_lowers_nothing_and_one_that_fails_later_frees_it_again() {
    GatewayRefund failed = RefundsThere.refund("re_1", null, 1200, PartState.FAILED);
    TenderAccount before = account(3000, 3000).seen(snapshot(3000, byHand("re_1", 1200)));
    assertThat(before.seen(snapshot(3000, failed)).remaining()).isEqualTo(eur(3000));
  }

  @Test
  void our_own_refund_is_not_counted_twice() {
    Drawn ours = RefundsThere.drawn("re_1", 1200, PartState.SUCCEEDED, true);
    TenderAccount seen =
        account(3000, 3000)
            .begun(PartKind.REFUND, eur(1200))
            .seen(snapshot(3000, RefundsThere.of(ours, 1200)), List.of(ours));
    assertThat(seen.external()).isEqualTo(eur(0));
    assertThat(seen.remaining()).isEqualTo(eur(1800));
  }

  @Test
  void somebody_who_pays_back_while_ours_is_under_way_may_bring_it_below_nothing() {
    Drawn ours = RefundsThere.drawn("", 2500, PartState.SUBMITTED, true);
    TenderAccount seen =
        account(3000, 3000)
            .begun(PartKind.REFUND, eur(2500))
            .seen(snapshot(3000, byHand("re_9", 1000)), List.of(ours));
    assertThat(seen.unrefunded()).isEqualTo(eur(-500));
    assertThat(seen.remaining().isNegative()).isTrue();
    assertThat(seen.bears(PartKind.REFUND, eur(1))).isFalse();
    assertThat(seen.undone(PartKind.REFUND, eur(2500)).remaining()).isEqualTo(eur(2000));
  }

  @Test
  void where_nothing_can_be_voided_the_reservation_is_left_to_lapse() {
    TenderAccount account = account(3000, 0);
    Capabilities plain = new Capabilities(false, true, false, false);
    Capabilities able = new Capabilities(true, true, true, true);
    assertThat(account.kindFor(eur(3000), able)).isEqualTo(PartKind.VOID);
    assertThat(account.kindFor(eur(3000), plain)).isEqualTo(PartKind.LAPSING);
    assertThat(account.kindFor(eur(2999), plain)).isEqualTo(PartKind.CEILING);
    assertThat(account.begun(PartKind.LAPSING, eur(3000)).ceiling()).isEqualTo(eur(0));
    assertThat(account.begun(PartKind.LAPSING, eur(3000)).remaining()).isEqualTo(eur(0));
    assertThat(account(3000, 3000).kindFor(eur(3000), plain)).isEqualTo(PartKind.REFUND);
  }

  private static PaymentSnapshot snapshot(long captured, GatewayRefund... refunds) {
    return new PaymentSnapshot("pi", TenderState.CAPTURED, eur(captured), List.of(refunds));
  }

  private static GatewayRefund byHand(String reference, long minor) {
    return RefundsThere.refund(reference, null, minor, PartState.SUCCEEDED);
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
