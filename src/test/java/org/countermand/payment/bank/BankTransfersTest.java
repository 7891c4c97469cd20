package org.countermand.payment.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Beneficiary;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutCall;
import org.countermand.payment.model.PayoutState;
import org.countermand.sandbox.bank.Bank;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the adapter says of calls to a bank that speaks ISO 20022, and fails. */
class BankTransfersTest {

  private static final String TOKEN = "token";
  private static final Beneficiary PAYER =
      new Beneficiary("Linden Home GmbH", "DE02120300000000202051");
  private static final Match SENDING = Match.of("POST", "^/v1/credit-transfers$");
  private static final Match LOOKING = Match.of("GET", "^/v1/credit-transfers/");

  private Bank bank;
  private JsonClient control;
  private BankTransfers transfers;

  @BeforeEach
  void start() {
    bank = new Bank(TOKEN, null).start(0);
    control = new JsonClient(bank.uri(), null);
    transfers = transfers(bank.uri().toString(), TOKEN);
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  @Test
  void a_transfer_is_carried_out_once_however_often_it_is_sent() throws IOException {
    PayoutCall call = call("Ana Muster");
    Outcome<PayoutAnswer> paid = settled(PayoutState.PAID);

    assertThat(transfers.payOut(call)).isEqualTo(paid);
    assertThat(transfers.payOut(call)).isEqualTo(paid);

    JsonNode ledger = control.get("/ledger").get("transfers");
    assertThat(ledger).hasSize(1);
    JsonNode only = ledger.get(0);
    assertThat(only.get("amount").asLong()).isEqualTo(4005);
    assertThat(only.get("iban").asText()).isEqualTo("DE89370400440532013000");
    assertThat(only.get("creditor").asText()).isEqualTo("Ana Muster");
    assertThat(only.get("purpose").asText()).isEqualTo("C-0000042");
    assertThat(only.get("endToEnd").asText())
        .isEqualTo(PayoutCall.endToEnd(call.payoutId()))
        .hasSize(35);
  }

  @Test
  void names_are_written_in_the_letters_that_every_bank_carries() throws IOException {
    assertThat(transfers.payOut(call("Zoë Müller-Łoś & Søn <GmbH>")))
        .isEqualTo(settled(PayoutState.PAID));
    assertThat(transfers.payOut(call("岡本 花子"))).isInstanceOf(Outcome.Settled.class);

    JsonNode ledger = control.get("/ledger").get("transfers");
    assertThat(ledger.get(0).get("creditor").asText()).isEqualTo("Zoe Mueller-Los Son GmbH");
    assertThat(ledger.get(1).get("creditor").asText()).isEqualTo("NOTPROVIDED");
  }

  @Test
  void a_cut_after_the_work_is_unknown_and_is_found() {
    PayoutCall call = call("Ana Muster");
    bank.faults().add(Fault.once(SENDING, new Mishap.CutAfterWork(true)));

    assertThat(transfers.payOut(call)).isInstanceOf(Outcome.Unknown.class);
    assertThat(transfers.find(call.payoutId()))
        .isEqualTo(new Outcome.Settled<>(Optional.of(answer(PayoutState.PAID))));
  }

  @Test
  void a_cut_before_the_work_is_unknown_and_is_surely_absent() {
    PayoutCall call = call("Ana Muster");
    bank.faults().add(Fault.once(SENDING, new Mishap.CutBeforeWork(false)));

    assertThat(transfers.payOut(call)).isInstanceOf(Outcome.Unknown.class);
    assertThat(transfers.find(call.payoutId())).isEqualTo(new Outcome.Settled<>(Optional.empty()));
  }

  @Test
  void an_error_of_the_bank_says_nothing_of_the_transfer() {
    bank.faults().add(Fault.once(SENDING, new Mishap.Status(503, false)));
    bank.faults().add(Fault.once(LOOKING, new Mishap.Status(500, false)));

    assertThat(transfers.payOut(call("Ana Muster"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(transfers.find(Ids.next())).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void silence_is_unknown_after_the_patience() {
    bank.faults().add(Fault.once(SENDING, new Mishap.Delay(2_000)));

    assertThat(transfers.payOut(call("Ana Muster"))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_bank_that_is_not_there_or_does_not_know_us_was_not_reached() {
    PayoutCall call = call("Ana Muster");

    assertThat(transfers(bank.uri().toString(), "another").payOut(call))
        .isEqualTo(new Outcome.NotAttempted<>("HTTP 401"));
    assertThat(transfers("", TOKEN).payOut(call)).isInstanceOf(Outcome.NotAttempted.class);
    bank.close();
    assertThat(transfers.payOut(call)).isInstanceOf(Outcome.NotAttempted.class);
  }

  @Test
  void a_pending_transfer_is_accepted_and_its_end_is_found() throws IOException {
    PayoutCall call = call("Ana Muster");
    control.post("/control/outcome", "{\"status\":\"PDNG\",\"reason\":\"\"}");

    assertThat(transfers.payOut(call))
        .isEqualTo(new Outcome.Accepted<>(answer(PayoutState.SUBMITTED)));
    move(call, "ACSC", "");
    assertThat(transfers.find(call.payoutId()))
        .isEqualTo(new Outcome.Settled<>(Optional.of(answer(PayoutState.PAID))));
  }

  @Test
  void a_rejected_transfer_tells_why() throws IOException {
    control.post("/control/outcome", "{\"status\":\"RJCT\",\"reason\":\"AC04\"}");

    assertThat(transfers.payOut(call("Ana Muster")))
        .isEqualTo(
            new Outcome.Settled<>(
                new PayoutAnswer(
                    "BANK00000001",
                    PayoutState.FAILED,
                    Optional.of(Finding.of(ReasonCode.PAYOUT_FAILED, "code", "AC04")))));
  }

  @Test
  void a_key_that_came_with_something_else_is_no_rejection_of_the_transfer() {
    PayoutCall first = call("Ana Muster");
    PayoutCall other =
        new PayoutCall(
            first.key(),
            first.payoutId(),
            Money.of(1, "EUR"),
            first.beneficiary(),
            first.purpose(),
            first.at());
    transfers.payOut(first);

    assertThat(transfers.payOut(other)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void only_euro_is_sent_and_only_where_a_bank_is_configured() {
    assertThat(transfers.paysOut(Currency.getInstance("EUR"))).isTrue();
    assertThat(transfers.paysOut(Currency.getInstance("USD"))).isFalse();
    assertThat(transfers("", TOKEN).paysOut(Currency.getInstance("EUR"))).isFalse();
  }

  @Test
  void a_report_that_fetches_something_is_not_read() {
    assertThat(
            StatusReport.read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"))
        .isEmpty();
    assertThat(StatusReport.read("no xml")).isEmpty();
    assertThat(StatusReport.read("<a/>")).isEmpty();
  }

  private void move(PayoutCall call, String status, String reason) throws IOException {
    control.post(
        "/control/transfers/" + PayoutCall.endToEnd(call.payoutId()),
        "{\"status\":\"%s\",\"reason\":\"%s\"}".formatted(status, reason));
  }

  private static BankTransfers transfers(String base, String token) {
    return new BankTransfers(new BankHttp(base, token, Duration.ofSeconds(1)), PAYER);
  }

  private static PayoutCall call(String holder) {
    UUID payout = Ids.next();
    return new PayoutCall(
        Ids.next(),
        payout,
        Money.of(4005, "EUR"),
        new Beneficiary(holder, "DE89370400440532013000"),
        "C-0000042",
        Instant.parse("2026-11-25T12:00:00Z"));
  }

  private static Outcome<PayoutAnswer> settled(PayoutState state) {
    return new Outcome.Settled<>(answer(state));
  }

  private static PayoutAnswer answer(PayoutState state) {
    return new PayoutAnswer("BANK00000001", state, Optional.empty());
  }
}
