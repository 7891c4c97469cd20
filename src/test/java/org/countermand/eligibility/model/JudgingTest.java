package org.countermand.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.TestOrders;
import org.countermand.payment.model.PaymentStanding;
import org.countermand.payment.model.TenderState;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private static final Policy POLICY =
      new Policy(
          Ids.next(),
          "*",
          "default",
          1,
          Instant.EPOCH,
          List.of(
              new Rule.WindowAfterPlacement(Duration.ofDays(14), Effect.REVIEW),
              new Rule.FromStage(FulfilmentStage.PACKED, Effect.REVIEW),
              new Rule.FromStage(FulfilmentStage.HANDED_OVER, Effect.REFUSE),
              new Rule.WhilePayment(TenderState.PENDING, Effect.REFUSE),
              new Rule.WhilePayment(TenderState.DISPUTED, Effect.REFUSE)));
  private static final Instant SOON = TestOrders.PLACED.plusSeconds(60);
  private static final Instant LATE = TestOrders.PLACED.plus(Duration.ofDays(15));
  private static final PaymentStanding CAPTURED = PaymentStanding.of(Set.of(TenderState.CAPTURED));

  @Test
  void an_order_that_is_not_yet_packed_may_be_cancelled() {
    Order order = anOrder().of(3, 900, 0, 0).at(FulfilmentStage.PICKING).order();
    assertThat(judge(order, 2, CAPTURED, SOON).effect()).isEqualTo(Effect.ALLOW);
  }

  @Test
  void exactly_at_the_end_of_the_window_it_is_still_open() {
    Order order = anOrder().of(1, 900, 0, 0).order();
    Instant end = TestOrders.PLACED.plus(Duration.ofDays(14));
    assertThat(judge(order, 1, CAPTURED, end).effect()).isEqualTo(Effect.ALLOW);
    assertThat(judge(order, 1, CAPTURED, end.plusNanos(1)).effect()).isEqualTo(Effect.REVIEW);
  }

  @Test
  void every_finding_is_told_and_the_strictest_wins() {
    Order order = anOrder().of(1, 900, 0, 0).at(FulfilmentStage.HANDED_OVER).order();
    Verdict verdict = judge(order, 1, PaymentStanding.of(Set.of(TenderState.DISPUTED)), LATE);
    assertThat(verdict.effect()).isEqualTo(Effect.REFUSE);
    assertThat(verdict.findings())
        .extracting(Finding::code)
        .containsExactly(
            ReasonCode.WINDOW_OVER, ReasonCode.STAGE_TOO_LATE, ReasonCode.PAYMENT_DISPUTED);
  }

  @Test
  void a_service_is_not_held_back_by_the_stage_of_a_parcel() {
    Order order =
        anOrder().of(1, 900, 0, 0, ItemClass.SERVICE).at(FulfilmentStage.DELIVERED).order();
    assertThat(judge(order, 1, CAPTURED, SOON).effect()).isEqualTo(Effect.ALLOW);
  }

  @Test
  void what_a_marketplace_refunds_is_not_ours_to_cancel() {
    Order order = anOrder().of(1, 900, 0, 0).soldOnAMarketplace().order();
    assertThat(judge(order, 1, CAPTURED, SOON).findings())
        .extracting(Finding::code)
        .containsExactly(ReasonCode.MARKETPLACE_REFUNDS);
  }

  @Test
  void zero_negative_and_too_many_units_are_refused() {
    Order order = anOrder().of(3, 900, 0, 0).order();
    assertThat(codes(order, 0)).containsExactly(ReasonCode.QUANTITY_NOT_POSITIVE);
    assertThat(codes(order, -1)).containsExactly(ReasonCode.QUANTITY_NOT_POSITIVE);
    assertThat(codes(order, 4)).containsExactly(ReasonCode.QUANTITY_TOO_LARGE);
  }

  @Test
  void unknown_lines_and_lines_asked_for_twice_are_refused() {
    Order order = anOrder().of(3, 900, 0, 0).order();
    UUID line = order.lines().get(0).id();
    Verdict verdict =
        Judging.judge(
            order,
            List.of(new Ask(line, 1), new Ask(line, 1), new Ask(Ids.next(), 1)),
            POLICY,
            CAPTURED,
            SOON);
    assertThat(verdict.findings())
        .extracting(Finding::code)
        .containsExactly(ReasonCode.LINE_TWICE, ReasonCode.LINE_UNKNOWN);
  }

  @Test
  void of_gift_cards_that_are_partly_spent_fewer_units_may_be_cancelled() {
    Order order = anOrder().giftCards(3, 15_000, "card-1").order();
    assertThat(survey(order, 15_000).lines().get(0).free()).isEqualTo(3);
    assertThat(survey(order, 14_999).lines().get(0).free()).isEqualTo(2);
    assertThat(judge(order, 2, card(10_000), SOON).effect()).isEqualTo(Effect.ALLOW);
    assertThat(judge(order, 3, card(10_000), SOON).findings())
        .containsExactly(
            Finding.of(ReasonCode.GIFT_CARD_SPENT, "balance", Money.of(10_000, "EUR")));
  }

  @Test
  void a_gift_card_that_is_spent_cannot_be_cancelled_and_one_nobody_knows_counts_as_spent() {
    Order order = anOrder().giftCards(1, 5000, "card-1").order();
    assertThat(survey(order, 4999).effect()).isEqualTo(Effect.REFUSE);
    assertThat(survey(order, 4999).findings())
        .extracting(Finding::code)
        .containsExactly(ReasonCode.GIFT_CARD_SPENT);
    assertThat(judge(order, 1, CAPTURED, SOON).findings())
        .extracting(Finding::code)
        .containsExactly(ReasonCode.GIFT_CARD_SPENT);
  }

  @Test
  void what_is_on_one_card_is_counted_once_though_two_lines_have_bought_it() {
    Order order = anOrder().giftCards(1, 5000, "card-1").giftCards(1, 5000, "card-1").order();
    List<Ask> both = order.lines().stream().map(line -> new Ask(line.id(), 1)).toList();
    assertThat(Judging.judge(order, both, POLICY, card(10_000), SOON).effect())
        .isEqualTo(Effect.ALLOW);
    Verdict verdict = Judging.judge(order, both, POLICY, card(9_999), SOON);
    assertThat(verdict.lines())
        .extracting(LineVerdict::effect)
        .containsExactly(Effect.ALLOW, Effect.REFUSE);
    assertThat(card(9_999).uncovered(order, both)).hasSize(1);
    assertThat(card(10_000).uncovered(order, both)).isEmpty();
  }

  private static Verdict survey(Order order, long left) {
    return Judging.survey(order, POLICY, card(left), SOON);
  }

  private static PaymentStanding card(long left) {
    return new PaymentStanding(
        Set.of(TenderState.CAPTURED), Map.of("card-1", Money.of(left, "EUR")));
  }

  private static List<ReasonCode> codes(Order order, int units) {
    return judge(order, units, CAPTURED, SOON).findings().stream().map(Finding::code).toList();
  }

  private static Verdict judge(Order order, int units, PaymentStanding payments, Instant at) {
    return Judging.judge(
        order, List.of(new Ask(order.lines().get(0).id(), units)), POLICY, payments, at);
  }
}
