package org.countermand.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.RefundListParams;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.PartState;
import org.jspecify.annotations.Nullable;

/** Finds work of ours at Stripe without its idempotency key, which Stripe forgets after a day. */
final class StripeLookup {

  /** The metadata that names our part; a refund that somebody made by hand has none. */
  static final String PART = "countermand_part";

  private static final long PAGE = 100;

  private final StripeClient stripe;

  StripeLookup(StripeClient stripe) {
    this.stripe = stripe;
  }

  /** A cancellation takes no metadata, and needs none: there is one per payment. */
  Optional<GatewayAnswer> cancellation(String reference) throws StripeException {
    PaymentIntent intent = stripe.v1().paymentIntents().retrieve(reference);
    return Optional.of(intent).filter(StripeStates::isCancelled).map(StripeStates::answer);
  }

  /**
   * The refund of a part. Where a failed one was followed by another attempt, the one that lives.
   */
  Optional<GatewayAnswer> refund(String reference, UUID partId) throws StripeException {
    Optional<GatewayAnswer> failed = Optional.empty();
    RefundListParams.Builder page =
        RefundListParams.builder().setPaymentIntent(reference).setLimit(PAGE);
    while (true) {
      // The SDK's own paging hides what went wrong in a RuntimeException.
      StripeCollection<Refund> refunds = stripe.v1().refunds().list(page.build());
      for (Refund refund : refunds.getData()) {
        if (isOf(partId, refund)) {
          GatewayAnswer answer = StripeStates.answer(refund);
          if (answer.state() != PartState.FAILED) {
            return Optional.of(answer);
          }
          failed = Optional.of(answer);
        }
      }
      if (!Boolean.TRUE.equals(refunds.getHasMore()) || refunds.getData().isEmpty()) {
        return failed;
      }
      page.setStartingAfter(refunds.getData().get(refunds.getData().size() - 1).getId());
    }
  }

  private static boolean isOf(UUID partId, Refund refund) {
    return part(refund.getMetadata()).filter(partId::equals).isPresent();
  }

  /** The part that metadata name; anybody with access to the account can write there. */
  static Optional<UUID> part(@Nullable Map<String, String> metadata) {
    try {
      return Optional.ofNullable(metadata).map(all -> all.get(PART)).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
