package org.countermand.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Money;
import org.countermand.kernel.Period;
import org.countermand.payment.model.CurrencyProfiles;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.RefundPage;

/** Reads refunds at Stripe, whoever made them. */
final class StripeRefunds {

  private static final long PAGE = 100;

  private final StripeClient stripe;

  StripeRefunds(StripeClient stripe) {
    this.stripe = stripe;
  }

  /**
   * All refunds of a payment. Its charge brings the youngest along; only where there are more is
   * anything asked.
   *
   * @param intent with its latest charge and the refunds of that expanded
   */
  List<Refund> of(PaymentIntent intent) throws StripeException {
    Charge charge = intent.getLatestChargeObject();
    if (charge == null || charge.getRefunds() == null) {
      return List.of();
    }
    List<Refund> refunds = new ArrayList<>(charge.getRefunds().getData());
    boolean more = Boolean.TRUE.equals(charge.getRefunds().getHasMore());
    while (more) {
      StripeCollection<Refund> page =
          list(RefundListParams.builder().setPaymentIntent(intent.getId()), last(refunds));
      refunds.addAll(page.getData());
      more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
    }
    return refunds;
  }

  /** One page of what was made in a span of time, newest first. */
  RefundPage made(Period made, Optional<String> after) throws StripeException {
    RefundListParams.Created.Builder created = RefundListParams.Created.builder();
    made.from().ifPresent(from -> created.setGte(from.getEpochSecond()));
    made.until().ifPresent(until -> created.setLt(until.getEpochSecond()));
    StripeCollection<Refund> page =
        list(RefundListParams.builder().setCreated(created.build()), after);
    List<GatewayRefund> refunds =
        page.getData().stream().flatMap(refund -> read(refund).stream()).toList();
    boolean more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
    return new RefundPage(
        refunds,
        page.getData().size() - refunds.size(),
        more ? last(page.getData()) : Optional.empty());
  }

  private StripeCollection<Refund> list(RefundListParams.Builder which, Optional<String> after)
      throws StripeException {
    // The SDK's own paging hides what went wrong in a RuntimeException.
    after.ifPresent(which::setStartingAfter);
    return stripe.v1().refunds().list(which.setLimit(PAGE).build());
  }

  private static Optional<String> last(List<Refund> refunds) {
    return refunds.isEmpty()
        ? Optional.empty()
        : Optional.of(refunds.get(refunds.size() - 1).getId());
  }

  /** The refund in our words; nothing if its amount cannot be read exactly. */
  static Optional<GatewayRefund> read(Refund refund) {
    return amount(refund).map(amount -> read(refund, amount));
  }

  private static GatewayRefund read(Refund refund, Money amount) {
    GatewayAnswer answer = StripeStates.answer(refund);
    return new GatewayRefund(
        answer.reference(),
        Objects.requireNonNullElse(refund.getPaymentIntent(), ""),
        amount,
        answer.state(),
        StripeLookup.part(refund.getMetadata()),
        answer.trace(),
        Instant.ofEpochSecond(Objects.requireNonNullElse(refund.getCreated(), 0L)));
  }

  private static Optional<Money> amount(Refund refund) {
    try {
      Currency currency =
          Currency.getInstance(
              Objects.requireNonNullElse(refund.getCurrency(), "").toUpperCase(Locale.ROOT));
      long number = Objects.requireNonNullElse(refund.getAmount(), 0L);
      return CurrencyProfiles.of(StripeGateway.NAME, currency)
                  .then(profile -> profile.fromGateway(number))
              instanceof Decision.Accepted<Money> exact
          ? Optional.of(exact.value())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
