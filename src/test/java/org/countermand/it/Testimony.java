package org.countermand.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.mailbox.Mail;
import org.jdbi.v3.core.Jdbi;

/**
 * What everybody says, side by side: the payment server and the warehouse, the letters that came,
 * and Countermand's own tables. The outside is asked once, at construction.
 */
final class Testimony {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID:\\s*(<[^>]+>)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final World world;
  private final Jdbi jdbi;
  private final Map<String, JsonNode> payments = new HashMap<>();
  private final JsonNode refunds;
  private final JsonNode holds;
  private final JsonNode movements;

  Testimony(World world) {
    this.world = world;
    jdbi = Jdbi.create(() -> world.database().connect(Role.OWNER));
    Settings settings = world.settings();
    try {
      JsonNode ledger = new JsonClient(settings.payment(), Settings.STRIPE_KEY).get("/ledger");
      ledger.get("payments").forEach(payment -> payments.put(payment.get("id").asText(), payment));
      refunds = ledger.get("refunds");
      JsonNode depot = new JsonClient(settings.warehouse(), null).get("/ledger");
      holds = depot.get("holds");
      movements = depot.get("movements");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not as it was asked for; empty when all of it happened exactly once. */
  List<String> differences(Asked asked) {
    Differences found = new Differences(asked.order().number());
    plan(asked, found);
    money(asked, found);
    account(asked, found);
    goods(asked, found);
    document(asked, found);
    letters(asked, found);
    return found.lines();
  }

  /** How many refunds the payment server made on the order's payment. */
  long refunds(Asked asked) {
    return payment(asked).path("refunds").asLong();
  }

  /** How many times the payment server lifted the order's authorization: never or once. */
  long voids(Asked asked) {
    return payment(asked).path("voids").asLong();
  }

  /** What the journal tells of the steps of one kind, oldest first: phase, outcome, attempt. */
  List<String> journal(Asked asked, String stepKind) {
    return rows(
        "SELECT trim(j.phase || ' ' || j.outcome) || ' #' || j.attempt FROM journal j"
            + " JOIN step s ON s.id = j.step_id WHERE s.cancellation_id = ? AND s.kind = ?"
            + " ORDER BY j.id",
        id(asked),
        stepKind);
  }

  private void plan(Asked asked, Differences found) {
    found.compare(
        "state",
        List.of("COMPLETED"),
        rows("SELECT state FROM cancellation WHERE id = ?", id(asked)));
    found.compare(
        "open steps",
        List.of(),
        rows(
            "SELECT kind || ' ' || state || ' owner ' || coalesce(owner::text, 'nobody') FROM step"
                + " WHERE cancellation_id = ? AND (state <> 'DONE' OR owner IS NOT NULL)",
            id(asked)));
    found.compare(
        "cancellations of the order",
        List.of(asked.id()),
        rows("SELECT id::text FROM cancellation WHERE order_id = ?", order(asked)));
  }

  private void money(Asked asked, Differences found) {
    found.compare(
        "parts",
        List.of(asked.kind() + " SUCCEEDED " + asked.amount()),
        rows(
            "SELECT kind || ' ' || state || ' ' || amount FROM refund_part"
                + " WHERE cancellation_id = ?",
            id(asked)));
    List<String> parts =
        rows("SELECT id::text FROM refund_part WHERE cancellation_id = ?", id(asked));
    boolean refund = asked.kind() == PartKind.REFUND;
    found.compare(
        "refunds in the ledger",
        refund ? List.of("succeeded " + asked.amount() + " " + String.join(",", parts)) : List.of(),
        select(
            refunds,
            row -> row.path("payment_intent").asText().equals(asked.order().payment()),
            row ->
                row.path("status").asText()
                    + " "
                    + row.path("amount").asLong()
                    + " "
                    + row.path("metadata").path("countermand_part").asText()));
    found.compare("voids in the ledger", asked.kind() == PartKind.VOID ? 1L : 0L, voids(asked));
  }

  private void account(Asked asked, Differences found) {
    JsonNode payment = payment(asked);
    String state =
        switch (asked.kind()) {
          case REFUND, CREDIT -> "CAPTURED";
          case VOID, LAPSED -> "RELEASED";
          case CEILING, LAPSING -> "AUTHORIZED";
        };
    long released = asked.kind() == PartKind.REFUND ? 0 : asked.amount();
    found.compare(
        "account",
        List.of(
            "%s captured %d refunded %d released %d"
                .formatted(
                    state,
                    payment.path("captured").asLong(),
                    payment.path("refunded").asLong(),
                    released)),
        rows(
            "SELECT state || ' captured ' || captured || ' refunded ' || refunded || ' released '"
                + " || released FROM tender_account WHERE order_id = ?",
            order(asked)));
  }

  private void goods(Asked asked, Differences found) {
    List<String> units =
        asked.units().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .sorted()
            .toList();
    List<String> ours =
        rows("SELECT id::text FROM warehouse_hold WHERE cancellation_id = ?", id(asked));
    found.compare(
        "holds in the warehouse",
        ours.stream().map(hold -> hold + " released").toList(),
        select(
            holds,
            row -> row.path("order").asText().equals(asked.order().number()),
            row -> row.path("id").asText() + " " + row.path("status").asText()));
    for (String kind : List.of("hold", "release", "unhold")) {
      found.compare(
          kind + " in the warehouse",
          kind.equals("unhold") ? List.of() : units,
          select(
              movements,
              row ->
                  row.path("order").asText().equals(asked.order().number())
                      && row.path("kind").asText().equals(kind),
              row -> row.path("sku").asText() + " " + row.path("quantity").asLong()));
    }
    found.compare(
        "stock movements",
        units,
        rows(
            "SELECT sku || ' ' || units FROM stock_movement WHERE cancellation_id = ? ORDER BY 1",
            id(asked)));
  }

  private void document(Asked asked, Differences found) {
    found.compare(
        "credit documents",
        List.of(Long.toString(asked.amount())),
        rows("SELECT total::text FROM document WHERE cancellation_id = ?", id(asked)));
  }

  /** A letter may come twice under one Message-ID; readers then see one. */
  private void letters(Asked asked, Differences found) {
    found.compare(
        "events",
        List.of("CANCELLATION_COMPLETED delivered", "CANCELLATION_RECEIVED delivered"),
        rows(
            "SELECT e.type || CASE WHEN n.delivered_at IS NULL THEN ' waits' ELSE ' delivered' END"
                + " FROM event e JOIN envelope n ON n.event_id = e.id WHERE e.subject_id = ?"
                + " ORDER BY e.type",
            id(asked)));
    found.compare(
        "letters",
        new TreeSet<>(
            rows(
                "SELECT '<' || n.id || '@countermand>' FROM event e"
                    + " JOIN envelope n ON n.event_id = e.id WHERE e.subject_id = ?",
                id(asked))),
        new TreeSet<>(
            world.mailbox().to(asked.email()).stream().map(Testimony::messageId).toList()));
  }

  static String messageId(Mail mail) {
    Matcher header = MESSAGE_ID.matcher(new String(mail.raw(), StandardCharsets.ISO_8859_1));
    return header.find() ? header.group(1) : "none in " + mail;
  }

  private JsonNode payment(Asked asked) {
    return payments.get(asked.order().payment());
  }

  private static List<String> select(
      JsonNode rows,
      Predicate<JsonNode> which,
      java.util.function.Function<JsonNode, String> what) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(which)
        .map(what)
        .sorted()
        .toList();
  }

  private List<String> rows(String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.select(sql, arguments).mapTo(String.class).list());
  }

  private static UUID id(Asked asked) {
    return UUID.fromString(asked.id());
  }

  private static UUID order(Asked asked) {
    return UUID.fromString(asked.order().id());
  }
}
