package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.payment.model.PartState.FAILED;
import static org.countermand.payment.model.PartState.PENDING;
import static org.countermand.payment.model.PartState.SUBMITTED;
import static org.countermand.payment.model.PartState.SUCCEEDED;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefundPartTest {

  @Test
  void what_is_known_need_not_be_asked_about() {
    assertThat(part("re_1", SUCCEEDED).knows(told(SUCCEEDED, RefundTrace.NONE))).isTrue();
    assertThat(part("re_1", PENDING).knows(told(SUCCEEDED, RefundTrace.NONE))).isFalse();
  }

  @Test
  void what_was_so_before_and_cannot_come_back_is_known() {
    assertThat(part("re_1", FAILED).knows(told(SUCCEEDED, RefundTrace.NONE))).isTrue();
    assertThat(part("re_1", SUCCEEDED).knows(told(PENDING, RefundTrace.NONE))).isTrue();
    assertThat(part("re_1", SUCCEEDED).knows(told(FAILED, RefundTrace.NONE))).isFalse();
  }

  @Test
  void of_a_refund_that_was_given_up_without_a_number_nothing_is_past() {
    assertThat(part("", FAILED).knows(told(SUCCEEDED, RefundTrace.NONE))).isFalse();
    assertThat(part("", SUBMITTED).knows(told(SUCCEEDED, RefundTrace.NONE))).isFalse();
  }

  @Test
  void a_number_of_the_bank_that_is_not_known_yet_is_news() {
    RefundTrace number = new RefundTrace("74240000000000000000001", Optional.empty());
    assertThat(part("re_1", SUCCEEDED).knows(told(SUCCEEDED, number))).isFalse();
  }

  private static RefundPart part(String reference, PartState state) {
    return RefundsThere.drawn(reference, 700, state, true).part();
  }

  private static Told.Part told(PartState state, RefundTrace trace) {
    return new Told.Part(state, false, trace);
  }
}
