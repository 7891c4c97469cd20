package org.countermand.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the payment server says: every refund, every payment that was cancelled, and for each
 * payment that refunds were made on what was taken. Payments that nothing became of are counted and
 * forgotten, so that the heap holds what cancellations did and not what the shop sold.
 */
final class Ledger {

  /**
   * A refund.
   *
   * @param part what it says to be ours by, or empty
   * @param created second of its making
   */
  record Refund(
      String id,
      String payment,
      long amount,
      String currency,
      String status,
      String part,
      long created) {

    /** Whether money went, or goes, back. */
    boolean moves() {
      return !status.equals("failed") && !status.equals("canceled");
    }
  }

  /**
   * A payment that was cancelled before it was taken.
   *
   * @param reason Stripe's word for why, or empty
   * @param canceled second of its end
   */
  record Cancelled(String id, long amount, String currency, String reason, long canceled) {

    /** What Countermand gives as reason; others are the bank's or the shop's. */
    boolean forTheBuyer() {
      return reason.equals("requested_by_customer");
    }
  }

  /** What was taken on a payment and what refunds give back. */
  record Balance(String payment, long received, long refunded, String currency) {}

  private final Map<String, Refund> refunds = new HashMap<>();
  private final Map<String, Cancelled> cancelled = new HashMap<>();
  private final Map<String, Long> given = new HashMap<>();
  private final Map<String, Balance> balances = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private long payments;

  private Ledger() {}

  /** Reads all of it. */
  static Ledger read(Gateway gateway) throws IOException {
    Ledger ledger = new Ledger();
    gateway.each("refunds", ledger::refund);
    gateway.each("payment_intents", ledger::payment);
    return ledger;
  }

  private void refund(JsonNode json) {
    String currency = word(json.path("currency").asText().toUpperCase(Locale.ROOT));
    Refund refund =
        new Refund(
            json.path("id").asText(),
            reference(json.path("payment_intent")),
            Minor.ofGateway(json.path("amount").asLong(), currency),
            currency,
            word(json.path("status").asText()),
            json.path("metadata").path("countermand_part").asText(""),
            json.path("created").asLong());
    // A page that moves on while it is read tells a row twice.
    if (refunds.put(refund.id(), refund) == null && refund.moves()) {
      given.merge(refund.payment(), refund.amount(), Long::sum);
    }
  }

  private void payment(JsonNode json) {
    payments++;
    String id = json.path("id").asText();
    String currency = word(json.path("currency").asText().toUpperCase(Locale.ROOT));
    Long back = given.get(id);
    if (back != null) {
      long received = Minor.ofGateway(json.path("amount_received").asLong(), currency);
      balances.put(id, new Balance(id, received, back, currency));
    }
    if (json.path("status").asText().equals("canceled")) {
      cancelled.put(
          id,
          new Cancelled(
              id,
              Minor.ofGateway(json.path("amount").asLong(), currency),
              currency,
              word(json.path("cancellation_reason").asText("")),
              json.path("canceled_at").asLong()));
    }
  }

  /** An id, or the object that was put in its place. */
  private static String reference(JsonNode json) {
    return json.isObject() ? json.path("id").asText() : json.asText("");
  }

  /** The same few words are kept once. */
  private String word(String word) {
    return words.computeIfAbsent(word, same -> same);
  }

  @Nullable Refund refund(String id) {
    return refunds.get(id);
  }

  Collection<Refund> refunds() {
    return Collections.unmodifiableCollection(refunds.values());
  }

  @Nullable Cancelled cancelled(String payment) {
    return cancelled.get(payment);
  }

  Collection<Cancelled> cancelled() {
    return Collections.unmodifiableCollection(cancelled.values());
  }

  /** Of every payment that refunds were made on. */
  Collection<Balance> balances() {
    return Collections.unmodifiableCollection(balances.values());
  }

  /** Payments that refunds name and that the list of payments lacks. */
  Map<String, Long> orphans() {
    Map<String, Long> orphans = new TreeMap<>(given);
    orphans.keySet().removeAll(balances.keySet());
    return orphans;
  }

  long payments() {
    return payments;
  }
}
