package org.countermand.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/** A refund that had succeeded and failed days later, and what the bank was told instead. */
final class Lost {

  static final long AMOUNT = 4000;

  private final Backstage backstage;
  private final OrderDraft bought;
  private final PlacedOrder order;
  private final String cancellation;
  private final JsonClient gateway;
  private final JsonClient bank;

  private Lost(Backstage backstage, OrderDraft bought, PlacedOrder order, String cancellation) {
    this.backstage = backstage;
    this.bought = bought;
    this.order = order;
    this.cancellation = cancellation;
    Settings settings = backstage.world().settings();
    gateway = new JsonClient(settings.payment(), Settings.STRIPE_KEY);
    bank = new JsonClient(settings.bank(), null);
  }

  /** Cancels a lamp, has the money paid back, and lets the buyer's bank send it back. */
  static Lost of(Backstage backstage, OrderDraft draft) {
    PlacedOrder order = backstage.place(draft);
    String id = backstage.shop().consent(backstage.shop().quote(order, 2, 1).ok()).id();
    backstage.awaitState(id, "COMPLETED");
    Lost lost = new Lost(backstage, draft, order, id);
    eventually(() -> lost.partState().equals("SUCCEEDED"));
    lost.fail();
    eventually(() -> lost.partState().equals("FAILED"));
    return lost;
  }

  private void fail() {
    try {
      String refund =
          gateway
              .get("/ledger?payment_intent=" + order.payment())
              .get("refunds")
              .get(0)
              .get("id")
              .asText();
      gateway.post("/control/refunds/" + refund, "{\"status\":\"failed\"}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String cancellation() {
    return cancellation;
  }

  OrderDraft bought() {
    return bought;
  }

  PlacedOrder order() {
    return order;
  }

  /** The link of the letter that tells it, which leads to the cancellation. */
  URI link() {
    return URI.create(
        letter("open.xhtml").links().stream()
            .filter(link -> link.endsWith("c=" + cancellation))
            .findFirst()
            .orElseThrow());
  }

  /** The letter that has a link to the cancellation, and these words. */
  Mail letter(String words) {
    return backstage
        .world()
        .mailbox()
        .awaitMail(
            bought.email(),
            mail ->
                mail.text().contains(words)
                    && mail.links().stream().anyMatch(link -> link.endsWith("c=" + cancellation)),
            Backstage.PATIENCE);
  }

  String partState() {
    return backstage.query(
        "SELECT state FROM refund_part WHERE cancellation_id = CAST(? AS uuid)", cancellation);
  }

  /** The states of its payouts, oldest first. */
  String payouts() {
    return backstage.query(
        "SELECT coalesce(string_agg(state, ' ' ORDER BY id), '') FROM payout"
            + " WHERE cancellation_id = CAST(? AS uuid)",
        cancellation);
  }

  /** The youngest payout. */
  String payout() {
    return backstage.query(
        "SELECT id FROM payout WHERE cancellation_id = CAST(? AS uuid) ORDER BY id DESC LIMIT 1",
        cancellation);
  }

  void awaitPayouts(String states) {
    eventually(() -> payouts().equals(states));
  }

  /** What needs a person, by reason. */
  String needs() {
    return backstage.query(
        "SELECT coalesce(string_agg(reason, ' ' ORDER BY id), '') FROM work_item"
            + " WHERE cancellation_id = CAST(? AS uuid) AND closed_at IS NULL",
        cancellation);
  }

  /** Who did what to its payouts, in order. */
  String audited() {
    return backstage.query(
        "SELECT coalesce(string_agg(actor_id || ' ' || what, ', ' ORDER BY id), '')"
            + " FROM audit_entry WHERE subject_id = CAST(? AS uuid) AND what LIKE 'PAYOUT%'",
        cancellation);
  }

  /** What the bank has of a payout. */
  List<JsonNode> transfers(String payout) {
    String endToEnd =
        "CM-" + UUID.fromString(payout).toString().replace("-", "").toUpperCase(Locale.ROOT);
    try {
      return StreamSupport.stream(bank.get("/ledger").get("transfers").spliterator(), false)
          .filter(transfer -> transfer.get("endToEnd").asText().equals(endToEnd))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the bank's stage hands something. */
  void tellBank(String path, String json) {
    try {
      bank.post(path, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void eventually(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not become so");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
