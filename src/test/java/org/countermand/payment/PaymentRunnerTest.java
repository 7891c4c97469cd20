package org.countermand.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Gateway;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.Refunds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentRunnerTest {

  /** Pays later, and takes a payment back only by refunds, as some gateways do after a capture. */
  private static final Refunds LATER =
      new Refunds() {
        @Override
        public String name() {
          return "later";
        }

        @Override
        public Outcome<GatewayAnswer> refund(GatewayCall call) {
          return new Outcome.Settled<>(new GatewayAnswer("r-1", PartState.SUCCEEDED));
        }
      };

  @ParameterizedTest
  @EnumSource
  void what_a_gateway_cannot_do_is_refused_with_a_reason_and_not_taken_for_done(PartKind kind) {
    Outcome<GatewayAnswer> outcome = PaymentRunner.make(LATER, call(kind));
    if (kind == PartKind.REFUND) {
      assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    } else {
      assertThat(outcome)
          .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.UNSUPPORTED, "gateway", "later")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_gateway_that_can_do_nothing_does_nothing(PartKind kind) {
    Gateway mute = () -> "mute";
    assertThat(PaymentRunner.make(mute, call(kind))).isInstanceOf(Outcome.Refused.class);
  }

  private static GatewayCall call(PartKind kind) {
    return new GatewayCall(Ids.next(), Ids.next(), "later", "p-1", kind, Money.of(100, "EUR"));
  }
}
