package org.countermand.payment.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.CurrencyProfiles;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.NewsReader;
import org.countermand.payment.model.TenderState;
import org.countermand.payment.model.Told;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads what Stripe tells by itself.
 *
 * <p>Configured by {@code countermand.stripe.webhook-secret}: one secret, or several with commas
 * while they are being changed. Without any, no message is believed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class StripeWebhook implements NewsReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> secrets;

  /** For the container's proxies only, which pass every call on. */
  protected StripeWebhook() {
    this(Optional.empty());
  }

  @Inject
  public StripeWebhook(
      @ConfigProperty(name = "countermand.stripe.webhook-secret") Optional<List<String>> secrets) {
    this.secrets = secrets.orElse(List.of()).stream().filter(s -> !s.isBlank()).toList();
  }

  @Override
  public String gateway() {
    return StripeGateway.NAME;
  }

  @Override
  public Decision<GatewayNews> read(String signatureHeader, String body, Instant at) {
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    boolean signed =
        secrets.stream().anyMatch(secret -> verifies(secret, signatureHeader, body, clock));
    return signed ? news(body) : Decision.no(ReasonCode.SIGNATURE_INVALID);
  }

  private static boolean verifies(String secret, String header, String body, Clock clock) {
    try {
      return Webhook.Signature.verifyHeader(body, header, secret, Webhook.DEFAULT_TOLERANCE, clock);
    } catch (SignatureVerificationException e) {
      return false;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // The SDK's parser takes the header's form for granted.
      return false;
    }
  }

  private static Decision<GatewayNews> news(String body) {
    JsonNode event;
    try {
      event = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return Decision.no(ReasonCode.MALFORMED);
    }
    String id = text(event.path("id"));
    String type = text(event.path("type"));
    if (!text(event.path("object")).equals("event") || id.isBlank() || type.isBlank()) {
      return Decision.no(ReasonCode.MALFORMED);
    }
    JsonNode about = event.path("data").path("object");
    return Decision.yes(
        new GatewayNews(
            StripeGateway.NAME, id, type, payment(about), part(about), told(type, about), body));
  }

  private static Told told(String type, JsonNode about) {
    if (text(about.path("object")).equals("refund")) {
      return new Told.Part(
          StripeStates.partState(text(about.path("status"))),
          type.equals("refund.created"),
          StripeStates.trace(
              text(about.path("destination_details").path("card").path("reference")),
              text(about.path("pending_reason"))));
    }
    boolean taken = about.path("captured").asBoolean() && !about.path("disputed").asBoolean();
    return text(about.path("object")).equals("charge") && taken
        ? captured(about)
        : new Told.Nothing();
  }

  private static Told captured(JsonNode charge) {
    try {
      Currency currency =
          Currency.getInstance(text(charge.path("currency")).toUpperCase(Locale.ROOT));
      Decision<Told> told =
          CurrencyProfiles.of(StripeGateway.NAME, currency)
              .then(
                  profile ->
                      profile
                          .fromGateway(charge.path("amount_captured").asLong())
                          .then(
                              captured ->
                                  profile
                                      .fromGateway(charge.path("amount_refunded").asLong())
                                      .map(refunded -> payment(captured, refunded))));
      return told instanceof Decision.Accepted<Told> exact ? exact.value() : new Told.Nothing();
    } catch (IllegalArgumentException e) {
      // No currency that we know: asked about like anything else that cannot be compared.
      return new Told.Nothing();
    }
  }

  private static Told payment(Money captured, Money refunded) {
    return new Told.Payment(TenderState.CAPTURED, captured.minor(), refunded.minor());
  }

  /** Refunds, charges and disputes name their payment; a payment is one. */
  private static String payment(JsonNode about) {
    return text(about.path("object")).equals("payment_intent")
        ? text(about.path("id"))
        : text(about.path("payment_intent"));
  }

  private static Optional<UUID> part(JsonNode about) {
    try {
      String part = text(about.path("metadata").path(StripeLookup.PART));
      return part.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(part));
    } catch (IllegalArgumentException e) {
      // Anybody with access to the account can write metadata; the payment still is looked at.
      return Optional.empty();
    }
  }

  /** A text of the event; one with a character that the database refuses says nothing. */
  private static String text(JsonNode node) {
    return node.isTextual() && node.textValue().indexOf('\0') < 0 ? node.textValue() : "";
  }
}
