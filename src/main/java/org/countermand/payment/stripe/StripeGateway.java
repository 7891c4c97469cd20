package org.countermand.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.Period;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.CurrencyProfile;
import org.countermand.payment.model.CurrencyProfiles;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One account at Stripe. It sends each call once and tells what became of it; whether to ask again,
 * and when, is decided elsewhere.
 *
 * <p>Configured by {@code countermand.stripe.key} (the secret key; without it nothing is attempted)
 * and {@code countermand.stripe.base} (another server than Stripe's own).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class StripeGateway implements Voids, Refunds, RefundLookup, ReadsPayments, ListsRefunds {

  /** The name that tenders carry. */
  static final String NAME = "stripe";

  private final StripeClient stripe;

  /** For the container's proxies only, which pass every call on. */
  protected StripeGateway() {
    this(Optional.empty(), Optional.empty());
  }

  @Inject
  public StripeGateway(
      @ConfigProperty(name = "countermand.stripe.key") Optional<String> key,
      @ConfigProperty(name = "countermand.stripe.base") Optional<String> base) {
    this(client(key, base, new StripeHttp(StripeHttp.PATIENCE)));
  }

  StripeGateway(StripeClient stripe) {
    this.stripe = stripe;
  }

  static StripeClient client(Optional<String> key, Optional<String> base, StripeHttp http) {
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(key.orElse(""))
            .setMaxNetworkRetries(0)
            .setHttpClient(http);
    base.ifPresent(builder::setApiBase);
    return builder.build();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome<GatewayAnswer> voidAuthorization(GatewayCall call) {
    try {
      PaymentIntentCancelParams params =
          PaymentIntentCancelParams.builder()
              .setCancellationReason(
                  PaymentIntentCancelParams.CancellationReason.REQUESTED_BY_CUSTOMER)
              .build();
      PaymentIntent intent =
          stripe.v1().paymentIntents().cancel(call.reference(), params, options(call));
      return StripeStates.outcome(StripeStates.answer(intent));
    } catch (StripeException e) {
      // Cancelled under another key, by hand or by time: what was wanted is so.
      return StripeErrors.saysCancelledAlready(e)
          ? new Outcome.Settled<>(new GatewayAnswer(call.reference(), PartState.SUCCEEDED))
          : StripeErrors.outcome(e);
    }
  }

  @Override
  public Outcome<GatewayAnswer> refund(GatewayCall call) {
    Decision<Long> amount = CurrencyProfiles.toGateway(NAME, call.amount());
    return amount instanceof Decision.Accepted<Long> exact
        ? refund(call, exact.value())
        : new Outcome.Refused<>(((Decision.Refused<Long>) amount).findings().get(0));
  }

  private Outcome<GatewayAnswer> refund(GatewayCall call, long amount) {
    try {
      RefundCreateParams params =
          RefundCreateParams.builder()
              .setPaymentIntent(call.reference())
              .setAmount(amount)
              .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
              .putMetadata(StripeLookup.PART, call.partId().toString())
              .build();
      Refund refund = stripe.v1().refunds().create(params, options(call));
      return StripeStates.outcome(StripeStates.answer(refund));
    } catch (StripeException e) {
      return StripeErrors.outcome(e);
    }
  }

  @Override
  public Outcome<Optional<GatewayAnswer>> find(GatewayCall call) {
    StripeLookup lookup = new StripeLookup(stripe);
    try {
      return new Outcome.Settled<>(
          call.kind() == PartKind.REFUND
              ? lookup.refund(call.reference(), call.partId())
              : lookup.cancellation(call.reference()));
    } catch (StripeException e) {
      Outcome<Optional<GatewayAnswer>> outcome = StripeErrors.outcome(e);
      // A question that is refused tells nothing about the work that is asked after.
      return outcome instanceof Outcome.Refused<Optional<GatewayAnswer>> refused
          ? new Outcome.Unknown<>(refused.finding().toString(), false)
          : outcome;
    }
  }

  @Override
  public Outcome<PaymentSnapshot> read(String reference, String currency) {
    Decision<CurrencyProfile> profile = CurrencyProfiles.of(NAME, Currency.getInstance(currency));
    return profile instanceof Decision.Accepted<CurrencyProfile> known
        ? read(reference, known.value())
        : new Outcome.Refused<>(((Decision.Refused<CurrencyProfile>) profile).findings().get(0));
  }

  private Outcome<PaymentSnapshot> read(String reference, CurrencyProfile profile) {
    try {
      PaymentIntentRetrieveParams params =
          PaymentIntentRetrieveParams.builder().addExpand("latest_charge.refunds").build();
      PaymentIntent intent = stripe.v1().paymentIntents().retrieve(reference, params);
      String currency = intent.getCurrency().toUpperCase(Locale.ROOT);
      if (!currency.equals(profile.currency().getCurrencyCode())) {
        return new Outcome.Refused<>(Finding.of(ReasonCode.CURRENCY_MISMATCH));
      }
      List<Refund> refunds = new StripeRefunds(stripe).of(intent);
      List<GatewayRefund> read =
          refunds.stream().flatMap(refund -> StripeRefunds.read(refund).stream()).toList();
      if (read.size() < refunds.size()) {
        // What somebody gave back cannot be written in our units, so nobody knows what remains.
        return new Outcome.Refused<>(Finding.of(ReasonCode.AMOUNT_INEXACT));
      }
      TenderState state = StripeStates.tenderState(intent);
      Decision<PaymentSnapshot> snapshot =
          profile
              .fromGateway(StripeStates.taken(intent))
              .then(
                  captured ->
                      profile
                          .fromGateway(StripeStates.held(intent))
                          .map(h -> new PaymentSnapshot(reference, state, captured, h, read)));
      return snapshot instanceof Decision.Accepted<PaymentSnapshot> exact
          ? new Outcome.Settled<>(exact.value())
          : new Outcome.Refused<>(((Decision.Refused<PaymentSnapshot>) snapshot).findings().get(0));
    } catch (StripeException e) {
      return StripeErrors.outcome(e);
    }
  }

  @Override
  public Outcome<RefundPage> refunds(Period made, Optional<String> after) {
    try {
      return new Outcome.Settled<>(new StripeRefunds(stripe).made(made, after));
    } catch (StripeException e) {
      return StripeErrors.outcome(e);
    }
  }

  private static RequestOptions options(GatewayCall call) {
    return RequestOptions.builder().setIdempotencyKey(call.key().toString()).build();
  }
}
