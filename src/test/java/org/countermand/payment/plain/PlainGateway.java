package org.countermand.payment.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.Period;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.ListsRefunds;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.ReadsPayments;
import org.countermand.payment.model.RefundPage;
import org.countermand.payment.model.RefundTrace;
import org.countermand.payment.model.Refunds;
import org.countermand.payment.model.TenderState;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pays back, and can neither void nor look for what it was asked to do. The sandbox puts it into
 * the application of its nodes, where {@code countermand.plain.base} names the server.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class PlainGateway implements Refunds, ReadsPayments, ListsRefunds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** For the container's proxies only, which pass every call on. */
  protected PlainGateway() {
    this(URI.create("http://localhost:1"));
  }

  @Inject
  public PlainGateway(@ConfigProperty(name = "countermand.plain.base") URI base) {
    this.base = base;
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Outcome<GatewayAnswer> refund(GatewayCall call) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("key", call.key().toString())
            .put("payment", call.reference())
            .put("amount", call.amount().decimal().toPlainString())
            .put("currency", call.amount().currency().getCurrencyCode())
            .put("mark", call.partId().toString());
    return ask(
        HttpRequest.newBuilder(base.resolve("/v1/pay-backs"))
            .POST(BodyPublishers.ofString(body.toString())),
        json -> new GatewayAnswer(json.path("number").asText(), PartState.SUCCEEDED));
  }

  @Override
  public Outcome<PaymentSnapshot> read(String reference, String currency) {
    return ask(
        HttpRequest.newBuilder(base.resolve("/v1/payments/" + reference)),
        json ->
            new PaymentSnapshot(
                reference,
                json.path("state").asText().equals("taken")
                    ? TenderState.CAPTURED
                    : TenderState.AUTHORIZED,
                money(json.path("taken").asText(), json.path("currency").asText()),
                backs(json)));
  }

  @Override
  public Outcome<RefundPage> refunds(Period made, Optional<String> after) {
    int page = after.map(Integer::parseInt).orElse(0);
    String query = "?from=" + made.from().orElseThrow() + "&until=" + made.until().orElseThrow();
    return ask(
        HttpRequest.newBuilder(base.resolve("/v1/pay-backs" + query + "&page=" + page)),
        json ->
            new RefundPage(
                backs(json),
                0,
                json.path("more").asBoolean()
                    ? Optional.of(Integer.toString(page + 1))
                    : Optional.empty()));
  }

  private <T> Outcome<T> ask(HttpRequest.Builder request, Function<JsonNode, T> reading) {
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() == 429) {
        return new Outcome.NotAttempted<>("HTTP 429");
      }
      if (answer.statusCode() >= 500) {
        return new Outcome.Unknown<>("HTTP " + answer.statusCode(), false);
      }
      return answer.statusCode() == 200
          ? new Outcome.Settled<>(reading.apply(JSON.readTree(answer.body())))
          : new Outcome.Refused<>(
              Finding.of(ReasonCode.GATEWAY_REFUSED, "code", "http_" + answer.statusCode()));
    } catch (ConnectException e) {
      return new Outcome.NotAttempted<>(e.getClass().getSimpleName());
    } catch (IOException e) {
      return new Outcome.Unknown<>(e.getClass().getSimpleName(), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown<>("interrupted", false);
    }
  }

  private static List<GatewayRefund> backs(JsonNode json) {
    List<GatewayRefund> refunds = new ArrayList<>();
    for (JsonNode back : json.path("backs")) {
      String mark = back.path("mark").asText();
      refunds.add(
          new GatewayRefund(
              back.path("number").asText(),
              back.path("payment").asText(),
              money(back.path("amount").asText(), back.path("currency").asText()),
              PartState.SUCCEEDED,
              mark.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(mark)),
              RefundTrace.NONE,
              Instant.parse(back.path("at").asText())));
    }
    return refunds;
  }

  private static Money money(String decimal, String code) {
    Currency currency = Currency.getInstance(code);
    return new Money(
        new BigDecimal(decimal)
            .movePointRight(currency.getDefaultFractionDigits())
            .longValueExact(),
        currency);
  }
}
