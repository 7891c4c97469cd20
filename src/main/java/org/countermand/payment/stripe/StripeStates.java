package org.countermand.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import java.util.Objects;
import java.util.Optional;
import org.countermand.kernel.Outcome;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PendingReason;
import org.countermand.payment.model.RefundTrace;
import org.countermand.payment.model.TenderState;

/** Stripe's words in ours. A word that is new to us means that somebody has to look again later. */
final class StripeStates {

  private StripeStates() {}

  static GatewayAnswer answer(Refund refund) {
    String status = Objects.requireNonNullElse(refund.getStatus(), "");
    return new GatewayAnswer(refund.getId(), partState(status), trace(refund));
  }

  /** How far it is on its way; a number that the network has not given yet is none. */
  private static RefundTrace trace(Refund refund) {
    Refund.DestinationDetails.Card card =
        refund.getDestinationDetails() == null ? null : refund.getDestinationDetails().getCard();
    String reference = card == null ? null : card.getReference();
    return trace(
        Objects.requireNonNullElse(reference, ""),
        Objects.requireNonNullElse(refund.getPendingReason(), ""));
  }

  static RefundTrace trace(String reference, String pendingReason) {
    return new RefundTrace(
        reference,
        switch (pendingReason) {
          case "processing" -> Optional.of(PendingReason.PROCESSING);
          case "insufficient_funds" -> Optional.of(PendingReason.INSUFFICIENT_FUNDS);
          case "charge_pending" -> Optional.of(PendingReason.CHARGE_PENDING);
          default -> Optional.empty();
        });
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
