package org.countermand.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import java.util.Objects;
import org.countermand.kernel.Outcome;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.TenderState;

/** Stripe's words in ours. A word that is new to us means that somebody has to look again later. */
final class StripeStates {

  private StripeStates() {}

  static GatewayAnswer answer(Refund refund) {
    String status = Objects.requireNonNullElse(refund.getStatus(), "");
    return new GatewayAnswer(refund.getId(), partState(status));
  }

  static PartState partState(String status) {
    return switch (status) {
      case "succeeded" -> PartState.SUCCEEDED;
      case "failed", "canceled" -> PartState.FAILED;
      case "requires_action" -> PartState.REQUIRES_ACTION;
      default -> PartState.PENDING;
    };
  }

  static GatewayAnswer answer(PaymentIntent intent) {
    return new GatewayAnswer(
        intent.getId(), isCancelled(intent) ? PartState.SUCCEEDED : PartState.PENDING);
  }

  /** A refund that exists and has failed is settled: it can be read again, never asked for. */
  static Outcome<GatewayAnswer> outcome(GatewayAnswer answer) {
    return switch (answer.state()) {
      case SUCCEEDED, FAILED, REVERSED -> new Outcome.Settled<>(answer);
      default -> new Outcome.Accepted<>(answer);
    };
  }

  static boolean isCancelled(PaymentIntent intent) {
    return "canceled".equals(intent.getStatus());
  }

  static long taken(PaymentIntent intent) {
    return Objects.requireNonNullElse(intent.getAmountReceived(), 0L);
  }

  /** What may still be taken beyond what was taken. */
  static long held(PaymentIntent intent) {
    return taken(intent) > 0 ? Objects.requireNonNullElse(intent.getAmountCapturable(), 0L) : 0;
  }

  /**
   * What may be decided on a payment now.
   *
   * @param intent with its latest charge expanded
   */
  static TenderState tenderState(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    if (charge != null && Boolean.TRUE.equals(charge.getDisputed())) {
      return TenderState.DISPUTED;
    }
    return switch (Objects.requireNonNullElse(intent.getStatus(), "")) {
      // Of a payment that is taken in several captures, some were made and more may follow.
      case "requires_capture" -> taken(intent) > 0 ? TenderState.CAPTURED : TenderState.AUTHORIZED;
      case "succeeded" -> TenderState.CAPTURED;
      case "canceled" -> TenderState.RELEASED;
      default -> TenderState.PENDING;
    };
  }
}
