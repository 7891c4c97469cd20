package org.countermand.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.Period;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.Gateway;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.ListsRefunds;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.ReadsPayments;
import org.countermand.payment.model.RefundLookup;
import org.countermand.payment.model.RefundPage;
import org.countermand.payment.model.Refunds;
import org.countermand.payment.model.TenderState;
import org.countermand.payment.model.Voids;
import org.junit.jupiter.api.Test;

/**
 * What is relied upon of every gateway, whatever it can do beyond it. Every adapter passes it
 * against a server that speaks its party's wire format; a capability that it does not claim is not
 * asked for, and it must claim what its subclass says.
 */
public abstract class GatewayContract {

  /** The adapter, at a server that knows the payments that are made below. */
  protected abstract Gateway gateway();

  /** The same adapter where nobody listens. */
  protected abstract Gateway whereNobodyListens();

  /** What it claims to be able to do. */
  protected abstract Capabilities claimed();

  /** A payment of pounds that were taken; gives the gateway's id of it. */
  protected abstract String taken(long pence);

  /** A payment of pounds that are only reserved. */
  protected abstract String reserved(long pence);

  /** Somebody pays back in the gateway's own dashboard. */
  protected abstract void paysBackByHand(String payment, long pence);

  /** The next call that pays back is done, and its answer is lost. */
  protected abstract void losesTheNextAnswer();

  @Test
  void it_can_do_what_it_claims_and_no_more() {
    assertThat(Capabilities.of(gateway())).isEqualTo(claimed());
    assertThat(gateway().name()).isNotBlank();
  }

  @Test
  void money_is_paid_back_once_however_often_a_key_is_sent() {
    String payment = taken(5_000);
    GatewayCall call = refunding(payment, 1_999);
    GatewayAnswer first = settled(refunds().refund(call));
    assertThat(first.state()).isEqualTo(PartState.SUCCEEDED);
    assertThat(first.reference()).isNotBlank();
    assertThat(settled(refunds().refund(call))).isEqualTo(first);
    assertThat(read(payment).refunds()).hasSize(1);
  }

  @Test
  void another_key_pays_back_once_more() {
    String payment = taken(5_000);
    settled(refunds().refund(refunding(payment, 10)));
    settled(refunds().refund(refunding(payment, 10)));
    assertThat(read(payment).refunds()).hasSize(2);
  }

  @Test
  void more_than_was_taken_is_refused_and_nothing_of_it_is_paid() {
    String payment = taken(5_000);
    settled(refunds().refund(refunding(payment, 4_000)));
    assertThat(refunds().refund(refunding(payment, 1_001))).isInstanceOf(Outcome.Refused.class);
    assertThat(read(payment).refunds()).hasSize(1);
  }

  @Test
  void where_nobody_listens_nothing_was_attempted() {
    Gateway nobody = whereNobodyListens();
    assertThat(((Refunds) nobody).refund(refunding("pi_none", 10)))
        .isInstanceOf(Outcome.NotAttempted.class);
    assertThat(((ReadsPayments) nobody).read("pi_none", "GBP"))
        .isInstanceOf(Outcome.NotAttempted.class);
  }

  @Test
  void a_lost_answer_is_unknown_and_the_same_key_finds_what_was_done() {
    String payment = taken(5_000);
    GatewayCall call = refunding(payment, 300);
    losesTheNextAnswer();
    assertThat(refunds().refund(call)).isInstanceOf(Outcome.Unknown.class);
    GatewayAnswer repeated = settled(refunds().refund(call));
    assertThat(read(payment).refunds())
        .extracting(GatewayRefund::reference)
        .containsExactly(repeated.reference());
  }

  @Test
  void a_payment_is_read_with_what_was_taken_and_with_every_refund_whoever_made_it() {
    String payment = taken(5_000);
    GatewayCall ours = refunding(payment, 1_000);
    GatewayAnswer answer = settled(refunds().refund(ours));
    paysBackByHand(payment, 250);

    PaymentSnapshot seen = read(payment);

    assertThat(seen.reference()).isEqualTo(payment);
    assertThat(seen.state()).isEqualTo(TenderState.CAPTURED);
    assertThat(seen.captured()).isEqualTo(gbp(5_000));
    assertThat(seen.refunds())
        .extracting(GatewayRefund::amount, GatewayRefund::partId, GatewayRefund::state)
        .containsExactlyInAnyOrder(
            tuple(gbp(1_000), Optional.of(ours.partId()), PartState.SUCCEEDED),
            tuple(gbp(250), Optional.empty(), PartState.SUCCEEDED));
    assertThat(seen.refunds())
        .filteredOn(refund -> refund.partId().isPresent())
        .extracting(GatewayRefund::reference)
        .containsExactly(answer.reference());
  }

  @Test
  void all_refunds_of_a_payment_are_read_though_there_are_many() {
    String payment = taken(5_000);
    for (int i = 0; i < 112; i++) {
      settled(refunds().refund(refunding(payment, 1 + i % 3)));
    }
    List<GatewayRefund> refunds = read(payment).refunds();
    assertThat(refunds).hasSize(112);
    assertThat(refunds.stream().map(GatewayRefund::reference).distinct()).hasSize(112);
  }

  @Test
  void a_payment_that_is_only_reserved_has_taken_nothing() {
    PaymentSnapshot seen = read(reserved(7_000));
    assertThat(seen.state()).isEqualTo(TenderState.AUTHORIZED);
    assertThat(seen.captured()).isEqualTo(gbp(0));
    assertThat(seen.refunds()).isEmpty();
  }

  @Test
  void a_reservation_is_given_back_and_given_back_again_it_is_the_same() {
    assumeTrue(gateway() instanceof Voids, "it does not void");
    Voids voids = (Voids) gateway();
    String payment = reserved(7_000);
    assertThat(settled(voids.voidAuthorization(voiding(payment))).state())
        .isEqualTo(PartState.SUCCEEDED);
    assertThat(settled(voids.voidAuthorization(voiding(payment))).state())
        .isEqualTo(PartState.SUCCEEDED);
    assertThat(read(payment).state()).isEqualTo(TenderState.RELEASED);
  }

  @Test
  void what_was_taken_cannot_be_given_back_like_a_reservation() {
    assumeTrue(gateway() instanceof Voids, "it does not void");
    assertThat(((Voids) gateway()).voidAuthorization(voiding(taken(7_000))))
        .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.PAYMENT_CHANGED)));
  }

  @Test
  void a_look_finds_what_was_done_and_misses_what_was_not() {
    assumeTrue(gateway() instanceof RefundLookup, "it cannot look");
    RefundLookup lookup = (RefundLookup) gateway();
    String payment = taken(5_000);
    GatewayCall call = refunding(payment, 300);
    assertThat(lookup.find(call)).isEqualTo(new Outcome.Settled<>(Optional.empty()));
    losesTheNextAnswer();
    assertThat(refunds().refund(call)).isInstanceOf(Outcome.Unknown.class);
    Optional<GatewayAnswer> found = settled(lookup.find(call));
    assertThat(found).map(GatewayAnswer::state).contains(PartState.SUCCEEDED);
    assertThat(settled(refunds().refund(call)).reference())
        .isEqualTo(found.orElseThrow().reference());
  }

  @Test
  void a_look_that_reaches_nobody_tells_nothing() {
    assumeTrue(gateway() instanceof RefundLookup, "it cannot look");
    assertThat(((RefundLookup) whereNobodyListens()).find(refunding("pi_none", 1)))
        .isInstanceOfAny(Outcome.NotAttempted.class, Outcome.Unknown.class);
  }

  @Test
  void the_list_of_a_span_of_time_has_every_refund_once_on_however_many_pages() {
    assumeTrue(gateway() instanceof ListsRefunds, "it does not list");
    Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Set<UUID> made = new HashSet<>();
    String payment = taken(5_000);
    for (int i = 0; i < 105; i++) {
      GatewayCall call = refunding(payment, 2);
      settled(refunds().refund(call));
      made.add(call.partId());
    }
    paysBackByHand(payment, 40);
    Instant ended = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);

    List<GatewayRefund> listed = listed(new Period(Optional.of(begun), Optional.of(ended)));

    List<GatewayRefund> here =
        listed.stream().filter(refund -> refund.payment().equals(payment)).toList();
    assertThat(here).hasSize(106);
    assertThat(here.stream().map(GatewayRefund::reference).distinct()).hasSize(106);
    assertThat(here.stream().flatMap(refund -> refund.partId().stream()))
        .containsExactlyInAnyOrderElementsOf(made);
    assertThat(here).allSatisfy(refund -> assertThat(refund.madeAt()).isBetween(begun, ended));
    assertThat(listed(new Period(Optional.of(begun.minusSeconds(60)), Optional.of(begun))))
        .noneMatch(refund -> refund.payment().equals(payment));
  }

  private List<GatewayRefund> listed(Period made) {
    List<GatewayRefund> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      RefundPage page = settled(((ListsRefunds) gateway()).refunds(made, after));
      all.addAll(page.refunds());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private Refunds refunds() {
    return (Refunds) gateway();
  }

  private PaymentSnapshot read(String payment) {
    return settled(((ReadsPayments) gateway()).read(payment, "GBP"));
  }

  private GatewayCall refunding(String payment, long pence) {
    return new GatewayCall(
        Ids.next(), Ids.next(), gateway().name(), payment, PartKind.REFUND, gbp(pence));
  }

  private GatewayCall voiding(String payment) {
    return new GatewayCall(
        Ids.next(), Ids.next(), gateway().name(), payment, PartKind.VOID, gbp(7_000));
  }

  private static Money gbp(long pence) {
    return Money.of(pence, "GBP");
  }

  private static <T> T settled(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    return ((Outcome.Settled<T>) outcome).value();
  }
}
