package org.countermand.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

/** What exceptions say that the sandbox does not throw. */
class StripeErrorsTest {

  @Test
  void a_dispute_is_called_a_dispute() {
    for (String code : new String[] {"charge_disputed", "charge_for_pending_refund_disputed"}) {
      assertThat(StripeErrors.outcome(invalid(code, 400)))
          .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.PAYMENT_DISPUTED)));
    }
  }

  @Test
  void what_somebody_else_gave_back_already_is_a_changed_payment_and_no_refusal_for_good() {
    for (StripeException refusal :
        new StripeException[] {
          invalid("charge_already_refunded", 400),
          invalid("amount_too_large", 400),
          new InvalidRequestException("greater", "amount", "req_1", null, 400, null)
        }) {
      assertThat(StripeErrors.outcome(refusal))
          .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.PAYMENT_CHANGED)));
    }
  }

  @Test
  void an_amount_that_is_refused_for_itself_is_not_called_changed() {
    StripeException small =
        new InvalidRequestException("small", "amount", "req_1", "amount_too_small", 400, null);
    assertThat(StripeErrors.outcome(small))
        .isEqualTo(
            new Outcome.Refused<>(
                Finding.of(ReasonCode.GATEWAY_REFUSED, "code", "amount_too_small")));
  }

  @Test
  void a_declined_card_is_refused_with_its_code() {
    assertThat(
            StripeErrors.outcome(
                new CardException("no", "req_1", "card_declined", null, null, null, 402, null)))
        .isEqualTo(
            new Outcome.Refused<>(Finding.of(ReasonCode.GATEWAY_REFUSED, "code", "card_declined")));
  }

  @Test
  void a_refusal_without_a_code_is_named_after_its_status() {
    assertThat(StripeErrors.outcome(invalid(null, 404)))
        .isEqualTo(
            new Outcome.Refused<>(Finding.of(ReasonCode.GATEWAY_REFUSED, "code", "http_404")));
  }

  @Test
  void only_a_connection_that_never_stood_is_not_attempted() {
    assertThat(StripeErrors.outcome(unreachable(new ConnectException())))
        .isInstanceOf(Outcome.NotAttempted.class);
    assertThat(StripeErrors.outcome(unreachable(new HttpConnectTimeoutException(""))))
        .isInstanceOf(Outcome.NotAttempted.class);
    assertThat(StripeErrors.outcome(unreachable(new HttpTimeoutException(""))))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(StripeErrors.outcome(unreachable(new IOException("reset"))))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_key_without_the_right_is_not_attempted() {
    assertThat(StripeErrors.outcome(new PermissionException("no", "req_1", null, 403)))
        .isInstanceOf(Outcome.NotAttempted.class);
  }

  @Test
  void an_answer_that_cannot_be_read_is_unknown() {
    assertThat(StripeErrors.outcome(new ApiException("not JSON", "req_1", null, 200, null)))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void the_log_never_repeats_the_words_of_the_gateway() {
    Outcome<Object> outcome =
        StripeErrors.outcome(
            new ApiException("jane@example.org is unknown", "req_1", "odd", 409, null));
    assertThat(outcome).isEqualTo(new Outcome.Unknown<>("ApiException HTTP 409 odd", false));
  }

  private static StripeException invalid(String code, int status) {
    return new InvalidRequestException("no", null, "req_1", code, status, null);
  }

  private static StripeException unreachable(IOException cause) {
    return new ApiConnectionException("no", cause);
  }
}
