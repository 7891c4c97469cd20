package org.countermand.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.jdbi.v3.core.Jdbi;

/**
 * Cancellations of orders that were paid with several tenders, and what must have happened exactly
 * once when they are over. An order is three hours of setting up at 30.00, so no warehouse is
 * asked.
 */
final class Mixture implements AutoCloseable {

  private static final long HOUR = 3000;
  private static final int HOURS = 3;
  private static final int MANY = 1_000_000;

  /** A part that must be there: how, how much, on which tender. */
  record Part(String kind, long amount, String tender) {}

  /** A cancellation that was asked for. */
  record Asked(String id, PlacedOrder order, List<Part> parts) {}

  private final World world;
  private final String prefix;
  private final PatientShop shop;
  private final ExecutorService callers;
  private final Jdbi jdbi;
  private final List<Future<Asked>> asked = new ArrayList<>();

  /**
   * Idle callers.
   *
   * @param prefix of the orders' numbers, letters only
   */
  Mixture(World world, String prefix, int callers) {
    this.world = world;
    this.prefix = prefix;
    shop = new PatientShop(world);
    this.callers = Executors.newFixedThreadPool(callers);
    jdbi = Jdbi.create(() -> world.database().connect(Role.OWNER));
  }

  /** Lets one call in ten to the payment server fail, each in one of four ways. */
  static void disturb(World world, long seed) {
    Faults faults = world.party(PaymentServer.class).faults();
    Match calls = new Match(null, "^/v1/", null);
    List<Mishap> mishaps =
        List.of(
            new Mishap.Delay(300),
            new Mishap.Status(429, false),
            new Mishap.Status(500, true),
            new Mishap.CutAfterWork(false));
    for (int i = 0; i < mishaps.size(); i++) {
      faults.add(new Fault(calls, MANY, 0.025, seed + i, mishaps.get(i)));
    }
  }

  /** Lets the callers place and cancel so many more orders, as fast as they can. */
  void release(int orders) {
    for (int i = 0; i < orders; i++) {
      int n = asked.size();
      asked.add(callers.submit(() -> ask(n)));
    }
  }

  /** What was asked for in all, once every caller has his answer. */
  List<Asked> all() throws Exception {
    List<Asked> all = new ArrayList<>();
    for (Future<Asked> each : asked) {
      all.add(each.get());
    }
    return all;
  }

  private Asked ask(int n) {
    String number = prefix + "-" + n;
    String pi = "pi_" + number.replace('-', '_');
    OrderDraft draft =
        OrderDraft.anOrder(number)
            .line("SETUP-1", "Setting up", HOURS, HOURS * HOUR, 0, "SERVICE")
            .by("Ana Muster", number.toLowerCase(Locale.ROOT) + "@example.org");
    String card = "gc-" + number;
    String credit = "sc-" + prefix;
    return switch (n % 7) {
      case 0 ->
          cancel(
              n,
              3,
              draft.payingWithGiftCard(card, 2000),
              new Part("CREDIT", 2000, card),
              new Part("REFUND", 7000, pi));
      case 1 ->
          // All of these share one account.
          cancel(
              n,
              3,
              draft.payingWithCredit(credit, 1500).authorized(),
              new Part("CREDIT", 1500, credit),
              new Part("VOID", 7500, pi));
      case 2 ->
          cancel(
              n,
              1,
              draft.payingWithGiftCard(card, 2000).authorized(),
              new Part("CREDIT", 2000, card),
              new Part("CEILING", 1000, pi));
      case 3 ->
          cancel(
              n,
              3,
              draft.payingWithSecondCard(4000),
              new Part("REFUND", 5000, pi),
              new Part("REFUND", 4000, pi + "_2"));
      case 4 -> cancel(n, 2, draft.payingWithGiftCard(card, 9000), new Part("CREDIT", 6000, card));
      case 5 ->
          cancel(
              n,
              2,
              draft
                  .payingWithGiftCard(card, 1000)
                  .payingWithCredit(credit, 1000)
                  .payingWithSecondCard(4000),
              new Part("CREDIT", 1000, card),
              new Part("CREDIT", 1000, credit),
              new Part("REFUND", 3000, pi),
              new Part("REFUND", 1000, pi + "_2"));
      default ->
          cancel(
              n,
              3,
              draft.payingWithCredit(credit, 1000).payingWithSecondCard(2000).authorized(),
              new Part("CREDIT", 1000, credit),
              new Part("VOID", 6000, pi),
              new Part("VOID", 2000, pi + "_2"));
    };
  }

  private Asked cancel(int n, int hours, OrderDraft draft, Part... parts) {
    PlacedOrder order = shop.place(draft, n);
    String id = shop.cancel(order, Map.of(1, hours), "mixed-" + draft.number(), n);
    return new Asked(id, order, List.of(parts));
  }

  /** One cancellation, asked for by the caller himself. */
  Asked one(int n) {
    return ask(n);
  }

  /** Waits until everything that was asked for is over. */
  void await(Duration atMost) {
    Eventually.empty(
        atMost,
        () ->
            rows(
                "SELECT o.channel_number || ' ' || c.state FROM cancellation c"
                    + " JOIN shop_order o ON o.id = c.order_id"
                    + " WHERE o.channel_number LIKE :prefix AND c.state <> 'COMPLETED'"));
  }

  /** What is not as it was asked for; empty when all of it happened exactly once. */
  List<String> differences(List<Asked> all) {
    Differences found = new Differences(prefix);
    found.compare(
        "parts",
        lines(all, part -> true),
        rows(
            "SELECT o.channel_number || ' ' || p.kind || ' ' || p.amount || ' ' || t.reference"
                + " FROM refund_part p JOIN tender t ON t.id = p.tender_id"
                + " JOIN shop_order o ON o.id = p.order_id"
                + " WHERE o.channel_number LIKE :prefix AND p.state = 'SUCCEEDED'"));
    found.compare(
        "booked on cards and credit",
        lines(all, part -> part.kind().equals("CREDIT")),
        rows(
            "SELECT o.channel_number || ' CREDIT ' || e.amount || ' ' || a.reference"
                + " FROM credit_entry e JOIN credit_account a ON a.id = e.account_id"
                + " LEFT JOIN refund_part p ON p.id::text = e.subject"
                + " LEFT JOIN shop_order o ON o.id = p.order_id WHERE e.kind = 'RESTORED'"
                + " AND (o.channel_number LIKE :prefix OR p.id IS NULL)"));
    gateway(all, found);
    found.compare(
        "uncertain",
        List.of(),
        rows(
            "SELECT o.channel_number || ' ' || w.reason FROM work_item w"
                + " JOIN cancellation c ON c.id = w.cancellation_id"
                + " JOIN shop_order o ON o.id = c.order_id"
                + " WHERE o.channel_number LIKE :prefix AND w.closed_at IS NULL"));
    found.compare(
        "open steps",
        List.of(),
        rows(
            "SELECT o.channel_number || ' ' || s.kind || ' ' || s.state FROM step s"
                + " JOIN cancellation c ON c.id = s.cancellation_id"
                + " JOIN shop_order o ON o.id = c.order_id"
                + " WHERE o.channel_number LIKE :prefix AND s.state <> 'DONE'"));
    return found.lines();
  }

  /** What the payment server did: every refund for a part of ours, every void once. */
  private void gateway(List<Asked> all, Differences found) {
    Set<String> ours = new HashSet<>();
    all.forEach(each -> each.parts().forEach(part -> ours.add(part.tender())));
    List<String> refunds = new ArrayList<>();
    List<String> voids = new ArrayList<>();
    JsonNode ledger = ledger();
    for (JsonNode refund : ledger.get("refunds")) {
      if (ours.contains(refund.get("payment_intent").asText())) {
        refunds.add(refund.get("amount").asLong() + " " + refund.get("payment_intent").asText());
      }
    }
    for (JsonNode payment : ledger.get("payments")) {
      for (int i = 0; i < payment.path("voids").asInt(); i++) {
        if (ours.contains(payment.get("id").asText())) {
          voids.add(payment.get("id").asText());
        }
      }
    }
    found.compare("refunds at the gateway", gatewayLines(all, "REFUND"), sorted(refunds));
    found.compare(
        "voids at the gateway",
        sorted(
            all.stream()
                .flatMap(each -> each.parts().stream())
                .filter(part -> part.kind().equals("VOID"))
                .map(Part::tender)
                .toList()),
        sorted(voids));
  }

  private JsonNode ledger() {
    try {
      return new JsonClient(world.settings().payment(), Settings.STRIPE_KEY).get("/ledger");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> gatewayLines(List<Asked> all, String kind) {
    return sorted(
        all.stream()
            .flatMap(each -> each.parts().stream())
            .filter(part -> part.kind().equals(kind))
            .map(part -> part.amount() + " " + part.tender())
            .toList());
  }

  private static List<String> lines(List<Asked> all, java.util.function.Predicate<Part> which) {
    List<String> lines = new ArrayList<>();
    for (Asked each : all) {
      each.parts().stream()
          .filter(which)
          .map(p -> each.order().number() + " " + p.kind() + " " + p.amount() + " " + p.tender())
          .forEach(lines::add);
    }
    return sorted(lines);
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private List<String> rows(String sql) {
    return sorted(
        jdbi.withHandle(
            handle ->
                handle.createQuery(sql).bind("prefix", prefix + "-%").mapTo(String.class).list()));
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
