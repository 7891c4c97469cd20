package org.countermand.payment.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Beneficiary;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutCall;
import org.countermand.payment.model.PayoutLookup;
import org.countermand.payment.model.PayoutState;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * SEPA credit transfers from one account at one bank: {@code POST /v1/credit-transfers} takes a
 * pain.001 and answers with a pain.002, {@code GET /v1/credit-transfers/{EndToEndId}} tells what
 * became of one, or 404. The message id is the attempt's id, and a bank does nothing more for one
 * that it knows.
 *
 * <p>Configured by {@code countermand.bank.base} (without it no transfer is offered), {@code
 * countermand.bank.token}, and {@code countermand.bank.holder} and {@code countermand.bank.iban}
 * for the account that pays.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class BankTransfers implements PayoutLookup {

  private static final Currency EURO = Currency.getInstance("EUR");
  private static final String TRANSFERS = "/v1/credit-transfers";

  private final BankHttp http;
  private final Beneficiary payer;

  /** For the container's proxies only, which pass every call on. */
  protected BankTransfers() {
    this(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Inject
  public BankTransfers(
      @ConfigProperty(name = "countermand.bank.base") Optional<String> base,
      @ConfigProperty(name = "countermand.bank.token") Optional<String> token,
      @ConfigProperty(name = "countermand.bank.holder") Optional<String> holder,
      @ConfigProperty(name = "countermand.bank.iban") Optional<String> iban) {
    this(
        new BankHttp(base.orElse(""), token.orElse(""), BankHttp.PATIENCE),
        new Beneficiary(holder.orElse(""), iban.orElse("").replace(" ", "")));
  }

  BankTransfers(BankHttp http, Beneficiary payer) {
    this.http = http;
    this.payer = payer;
  }

  @Override
  public boolean paysOut(Currency currency) {
    return currency.equals(EURO)
        && !http.base().isEmpty()
        && !payer.holder().isEmpty()
        && !payer.iban().isEmpty();
  }

  @Override
  public Outcome<PayoutAnswer> payOut(PayoutCall call) {
    if (!paysOut(call.amount().currency())) {
      return new Outcome.NotAttempted<>("no bank is configured for this currency");
    }
    try {
      String xml = CreditTransfer.write(call, payer);
      return told(http.send("POST", TRANSFERS, Optional.of(xml)), call.payoutId());
    } catch (IOException e) {
      return failed(e);
    }
  }

  @Override
  public Outcome<Optional<PayoutAnswer>> find(UUID payoutId) {
    if (!paysOut(EURO)) {
      return new Outcome.NotAttempted<>("no bank is configured");
    }
    try {
      HttpResponse<String> response =
          http.send("GET", TRANSFERS + "/" + PayoutCall.endToEnd(payoutId), Optional.empty());
      return response.statusCode() == 404
          ? new Outcome.Settled<>(Optional.empty())
          : found(told(response, payoutId));
    } catch (IOException e) {
      return failed(e);
    }
  }

  private static Outcome<PayoutAnswer> told(HttpResponse<String> response, UUID payoutId) {
    int status = response.statusCode();
    // A wrong token is our mistake: the bank has said nothing about the transfer.
    if (status == 429 || status == 401 || status == 403) {
      return new Outcome.NotAttempted<>("HTTP " + status);
    }
    if (status >= 400 && status < 500 && status != 408 && status != 409) {
      return new Outcome.Refused<>(Finding.of(ReasonCode.PAYOUT_FAILED, "code", "http_" + status));
    }
    if (status != 200 && status != 202) {
      return new Outcome.Unknown<>("HTTP " + status, false);
    }
    return StatusReport.read(response.body())
        .filter(report -> report.endToEnd().equals(PayoutCall.endToEnd(payoutId)))
        .flatMap(StatusReport::answer)
        .map(BankTransfers::outcome)
        .orElse(new Outcome.Unknown<>("no status that says anything, HTTP " + status, false));
  }

  private static Outcome<PayoutAnswer> outcome(PayoutAnswer answer) {
    return answer.state() == PayoutState.SUBMITTED
        ? new Outcome.Accepted<>(answer)
        : new Outcome.Settled<>(answer);
  }

  private static Outcome<Optional<PayoutAnswer>> found(Outcome<PayoutAnswer> outcome) {
    if (outcome instanceof Outcome.Settled<PayoutAnswer> settled) {
      return new Outcome.Settled<>(Optional.of(settled.value()));
    }
    if (outcome instanceof Outcome.Accepted<PayoutAnswer> accepted) {
      return new Outcome.Accepted<>(Optional.of(accepted.value()));
    }
    if (outcome instanceof Outcome.NotAttempted<PayoutAnswer> not) {
      return new Outcome.NotAttempted<>(not.why());
    }
    return outcome instanceof Outcome.Refused<PayoutAnswer> refused
        ? new Outcome.Unknown<>(refused.finding().toString(), false)
        : new Outcome.Unknown<>(((Outcome.Unknown<PayoutAnswer>) outcome).why(), false);
  }

  private static <T> Outcome<T> failed(IOException e) {
    String why = e.getClass().getSimpleName();
    return e instanceof ConnectException || e instanceof HttpConnectTimeoutException
        ? new Outcome.NotAttempted<>(why)
        : new Outcome.Unknown<>(why, false);
  }
}
