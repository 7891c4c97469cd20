package org.countermand.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import org.countermand.kernel.Outcome;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.TenderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe's words in ours. */
class StripeStatesTest {

  @ParameterizedTest
  @CsvSource({
    "succeeded, SUCCEEDED, true",
    "failed, FAILED, true",
    "canceled, FAILED, true",
    "pending, PENDING, false",
    "requires_action, REQUIRES_ACTION, false",
    "a_word_of_tomorrow, PENDING, false"
  })
  void the_status_of_a_refund_is_a_state_that_is_settled_or_under_way(
      String status, PartState state, boolean settled) {
    Refund refund = new Refund();
    refund.setStatus(status);
    assertThat(StripeStates.answer(refund).state()).isEqualTo(state);
    assertThat(StripeStates.outcome(StripeStates.answer(refund)) instanceof Outcome.Settled)
        .isEqualTo(settled);
  }

  @ParameterizedTest
  @CsvSource({
    "requires_capture, AUTHORIZED",
    "succeeded, CAPTURED",
    "canceled, RELEASED",
    "processing, PENDING",
    "requires_payment_method, PENDING",
    "requires_action, PENDING",
    "a_word_of_tomorrow, PENDING"
  })
  void the_status_of_a_payment_is_a_state(String status, TenderState state) {
    PaymentIntent intent = new PaymentIntent();
    intent.setStatus(status);
    assertThat(StripeStates.tenderState(intent)).isEqualTo(state);
  }

  @Test
  void of_a_payment_that_is_taken_in_parts_it_is_told_what_is_taken_and_what_is_still_held() {
    PaymentIntent intent = new PaymentIntent();
    intent.setStatus("requires_capture");
    intent.setAmountCapturable(9000L);
    assertThat(StripeStates.held(intent)).isZero();
    intent.setAmountReceived(6000L);
    intent.setAmountCapturable(3000L);
    assertThat(StripeStates.tenderState(intent)).isEqualTo(TenderState.CAPTURED);
    assertThat(StripeStates.taken(intent)).isEqualTo(6000);
    assertThat(StripeStates.held(intent)).isEqualTo(3000);
  }

  @Test
  void a_disputed_charge_makes_its_payment_disputed() {
    PaymentIntent intent = new PaymentIntent();
    intent.setStatus("succeeded");
    Charge charge = new Charge();
    charge.setId("ch_1");
    charge.setDisputed(true);
    intent.setLatestChargeObject(charge);
    assertThat(StripeStates.tenderState(intent)).isEqualTo(TenderState.DISPUTED);
    charge.setDisputed(false);
    assertThat(StripeStates.tenderState(intent)).isEqualTo(TenderState.CAPTURED);
  }
}
