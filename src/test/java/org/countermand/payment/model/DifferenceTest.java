package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.payment.model.Difference.Kind.AMOUNT_DIFFERS;
import static org.countermand.payment.model.Difference.Kind.MISSING_HERE;
import static org.countermand.payment.model.Difference.Kind.PAID_TWICE;
import static org.countermand.payment.model.Difference.Kind.STATE_DIFFERS;
import static org.countermand.payment.model.PartState.FAILED;
import static org.countermand.payment.model.PartState.PENDING;
import static org.countermand.payment.model.PartState.SUBMITTED;
import static org.countermand.payment.model.PartState.SUCCEEDED;
import static org.countermand.payment.model.RefundsThere.drawn;
import static org.countermand.payment.model.RefundsThere.of;
import static org.countermand.payment.model.RefundsThere.refund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Ids;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void what_agrees_differs_in_nothing() {
    Drawn part = drawn("re_1", 700, SUCCEEDED, true);
    assertThat(kind(of(part, 700), part)).isEmpty();
  }

  @Test
  void a_refund_by_hand_is_no_difference_and_one_with_an_unknown_part_is() {
    assertThat(Difference.of("stripe", refund("re_1", null, 7, SUCCEEDED), Optional.empty()))
        .isEmpty();
    GatewayRefund orphan = refund("re_1", Ids.next(), 7, SUCCEEDED);
    assertThat(Difference.of("stripe", orphan, Optional.empty()))
        .hasValueSatisfying(
            difference -> {
              assertThat(difference.kind()).isEqualTo(MISSING_HERE);
              assertThat(difference.amount()).isEqualTo(orphan.amount());
              assertThat(difference.day()).isEqualTo(LocalDate.parse("2026-11-24"));
            });
  }

  @Test
  void an_orphan_that_failed_moved_nothing() {
    assertThat(Difference.of("stripe", refund("re_1", Ids.next(), 7, FAILED), Optional.empty()))
        .isEmpty();
  }

  @Test
  void another_amount_is_told_whatever_the_state() {
    Drawn part = drawn("re_1", 700, PENDING, true);
    assertThat(kind(of(part, 699), part)).contains(AMOUNT_DIFFERS);
  }

  @Test
  void what_we_hold_for_failed_and_what_goes_its_way_differ() {
    Drawn failed = drawn("re_1", 700, FAILED, false);
    assertThat(kind(of(failed, 700), failed)).contains(STATE_DIFFERS);
    Drawn givenUp = drawn("", 700, FAILED, false);
    assertThat(kind(of(givenUp, 700), givenUp)).contains(STATE_DIFFERS);
    Drawn failedUnderAnother = drawn("re_0", 700, FAILED, false);
    assertThat(kind(of(failedUnderAnother, 700), failedUnderAnother)).contains(STATE_DIFFERS);
  }

  @Test
  void what_is_asked_for_and_not_answered_cannot_be_wrong_yet() {
    Drawn part = drawn("", 700, SUBMITTED, true);
    assertThat(kind(of(part, 700), part)).isEmpty();
  }

  @Test
  void one_part_under_two_numbers_was_paid_twice_unless_one_of_them_failed() {
    Drawn part = drawn("re_0", 700, SUCCEEDED, true);
    assertThat(kind(of(part, 700), part)).contains(PAID_TWICE);
    assertThat(kind(refund("re_1", part.part().id(), 700, FAILED), part)).isEmpty();
  }

  @Test
  void of_two_refunds_of_one_part_the_one_that_lives_is_believed() {
    Drawn part = drawn("", 700, SUBMITTED, true);
    GatewayRefund failed = refund("re_1", part.part().id(), 700, FAILED);
    GatewayRefund alive = refund("re_2", part.part().id(), 700, SUCCEEDED);
    assertThat(part.newest(List.of(failed, alive))).map(Compared.Pair::refund).contains(alive);
    assertThat(part.newest(List.of(failed))).map(Compared.Pair::refund).contains(failed);
  }

  @Test
  void another_number_than_that_of_the_part_tells_nothing_of_it() {
    Drawn part = drawn("re_0", 700, SUCCEEDED, true);
    assertThat(part.newest(List.of(refund("re_1", part.part().id(), 700, FAILED)))).isEmpty();
    assertThat(part.newest(List.of(refund("re_0", null, 700, FAILED))))
        .map(Compared.Pair::refund)
        .map(GatewayRefund::state)
        .contains(FAILED);
  }

  private static Optional<Difference.Kind> kind(GatewayRefund refund, Drawn part) {
    return Difference.of("stripe", refund, Optional.of(part)).map(Difference::kind);
  }
}
