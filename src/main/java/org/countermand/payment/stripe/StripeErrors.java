package org.countermand.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;

/** What an exception of the SDK says about the work that was asked for. */
final class StripeErrors {

  /** Somebody did something with the payment since it was read: it is to be read again. */
  private static final Set<String> CHANGED =
      Set.of("payment_intent_unexpected_state", "charge_already_refunded", "amount_too_large");

  private StripeErrors() {}

  static <T> Outcome<T> outcome(StripeException e) {
    if (e instanceof ApiConnectionException) {
      return neverConnected(e)
          ? new Outcome.NotAttempted<>(text(e))
          : new Outcome.Unknown<>(text(e), false);
    }
    if (e instanceof StripeTrouble trouble) {
      return new Outcome.Unknown<>("HTTP " + trouble.status(), trouble.replayed());
    }
    // A wrong key is our mistake and says nothing about the request: it can be made when mended.
    if (e instanceof RateLimitException
        || e instanceof AuthenticationException
        || e instanceof PermissionException) {
      return new Outcome.NotAttempted<>(text(e));
    }
    // The key was used for another request, which may have been done; this one never will.
    if (e instanceof IdempotencyException) {
      return new Outcome.Unknown<>(text(e), true);
    }
    return refusesForGood(e)
        ? new Outcome.Refused<>(finding(e))
        : new Outcome.Unknown<>(text(e), false);
  }

  /** Whether the payment had already been given back when we asked for it. */
  static boolean saysCancelledAlready(StripeException e) {
    return "payment_intent_unexpected_state".equals(e.getCode())
        && e.getStripeError() != null
        && e.getStripeError().getPaymentIntent() != null
        && "canceled".equals(e.getStripeError().getPaymentIntent().getStatus());
  }

  private static boolean neverConnected(StripeException e) {
    return e.getCause() instanceof ConnectException
        || e.getCause() instanceof HttpConnectTimeoutException;
  }

  /** A 409 means that the same request is being worked on; a 408 that it perhaps arrived. */
  private static boolean refusesForGood(StripeException e) {
    Integer status = e.getStatusCode();
    return status != null && status >= 400 && status < 500 && status != 409 && status != 408;
  }

  private static Finding finding(StripeException e) {
    String code = Objects.requireNonNullElse(e.getCode(), "http_" + e.getStatusCode());
    if (CHANGED.contains(code) || exceedsWhatIsLeft(e)) {
      return Finding.of(ReasonCode.PAYMENT_CHANGED);
    }
    if (code.toLowerCase(Locale.ROOT).contains("disput")) {
      return Finding.of(ReasonCode.PAYMENT_DISPUTED);
    }
    return Finding.of(ReasonCode.GATEWAY_REFUSED, "code", code);
  }

  /**
   * A refund of more than is left is refused with a sentence and the parameter, often without a
   * code. We never ask for more than was left when the payment was read.
   */
  private static boolean exceedsWhatIsLeft(StripeException e) {
    return e.getCode() == null
        && e instanceof InvalidRequestException invalid
        && "amount".equals(invalid.getParam());
  }

  /** For the log: never Stripe's message, which may quote what the buyer typed. */
  private static String text(StripeException e) {
    StringBuilder text = new StringBuilder(e.getClass().getSimpleName());
    if (e.getStatusCode() != null && e.getStatusCode() != 0) {
      text.append(" HTTP ").append(e.getStatusCode());
    }
    if (e.getCode() != null) {
      text.append(' ').append(e.getCode());
    }
    if (e.getCause() != null) {
      text.append(": ").append(e.getCause().getClass().getSimpleName());
    }
    return text.toString();
  }
}
