package org.countermand.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotationText;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/** What tests do behind the pages: place orders, read letters, look into the books. */
final class Backstage {

  /** How long a letter or a cancellation may take on a busy machine. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{3}\\s?\\d{3})\\s*$");

  /** Begins elsewhere in every run: a sandbox may remember the orders of another. */
  private static final AtomicInteger ORDERS =
      new AtomicInteger((int) (System.currentTimeMillis() / 1000 % 1_000_000) * 1000);

  private final World world = SharedWorld.get();
  private final Shop shop = new Shop(world.node().uri(), world.settings());
  private final JsonClient payments =
      new JsonClient(world.settings().payment(), Settings.STRIPE_KEY);

  World world() {
    return world;
  }

  Shop shop() {
    return shop;
  }

  /** The address of a page. */
  URI page(String path) {
    return world.settings().portal().resolve(path);
  }

  /** A number that no other order has, and a buyer who bought nothing else. */
  static OrderDraft order(String name) {
    String number = name + "-" + ORDERS.incrementAndGet();
    return OrderDraft.anOrder(number).by("Ana Muster", email(number));
  }

  private static String email(String number) {
    return number.toLowerCase(java.util.Locale.ROOT) + "@example.org";
  }

  /**
   * Three mugs for 10.01, a lamp for 40.00 and delivery for 4.90: a price that does not divide by
   * its units, so that a cent too much or too little shows.
   */
  static OrderDraft mugsAndLamp(String name) {
    return order(name)
        .line("MUG-1", "Mug", 3, 1001)
        .line("LAMP-1", "Desk lamp", 1, 4000)
        .shipping(490);
  }

  PlacedOrder place(OrderDraft draft) {
    return shop.place(draft);
  }

  /** A cancellation of units of one line that the shop declares. */
  String declare(PlacedOrder order, int position, int units) {
    return shop.declare(order, position, units, UUID.randomUUID().toString()).id();
  }

  /** Waits for the letter whose link names this challenge. */
  Mail codeLetter(String email, String challenge) {
    return world
        .mailbox()
        .awaitMail(
            email,
            mail -> mail.links().stream().anyMatch(link -> link.endsWith("c=" + challenge)),
            PATIENCE);
  }

  String code(String email, String challenge) {
    return codeLetter(email, challenge).find(CODE);
  }

  /** The link of the first letter that has one which opens the order without a code. */
  URI orderLink(String email) {
    Mail letter = world.mailbox().awaitMail(email, Backstage::opensOrder, PATIENCE);
    return URI.create(
        letter.links().stream().filter(link -> link.contains("/open.xhtml?t=")).findFirst().get());
  }

  private static boolean opensOrder(Mail mail) {
    return mail.links().stream().anyMatch(link -> link.contains("/open.xhtml?t="));
  }

  /** What the payment server has paid back on a payment, in minor units. */
  long refunded(String payment) {
    try {
      JsonNode refunds = payments.get("/ledger?payment_intent=" + payment).get("refunds");
      return StreamSupport.stream(refunds.spliterator(), false)
          .mapToLong(refund -> refund.get("amount").asLong())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many cancellations an order has, in whatever state. */
  long cancellations(PlacedOrder order) {
    return number("SELECT count(*) FROM cancellation WHERE order_id = CAST(? AS uuid)", order.id());
  }

  /** The order's youngest cancellation. */
  String cancellation(PlacedOrder order) {
    return query(
        "SELECT id FROM cancellation WHERE order_id = CAST(? AS uuid) ORDER BY number DESC LIMIT 1",
        order.id());
  }

  void awaitState(String cancellation, String state) {
    shop.await(cancellation, state, PATIENCE);
  }

  /** Puts the end of a challenge into the past. */
  void expireChallenge(String challenge) {
    change(
        "UPDATE access_challenge SET expires_at = now() - interval '1 minute'"
            + " WHERE id = CAST(? AS uuid)",
        challenge);
  }

  /**
   * An offer like this one that was made an hour earlier, and so has expired; gives its id. Made
   * anew, because nobody, not even the owner of the tables, changes one.
   */
  String anHourEarlier(String quotation) {
    Quotation now =
        QuotationText.read(
            query("SELECT body FROM quotation WHERE id = CAST(? AS uuid)", quotation));
    Quotation then =
        new Quotation(
            UUID.randomUUID(),
            now.orderId(),
            now.createdAt().minus(Duration.ofHours(1)),
            now.expiresAt().minus(Duration.ofHours(1)),
            now.lines(),
            now.charges(),
            now.deductions(),
            now.tenders(),
            now.total());
    change(
        "INSERT INTO quotation VALUES (CAST(? AS uuid), CAST(? AS uuid), CAST(? AS timestamptz), ?, ?, ?)",
        then.id().toString(),
        then.orderId().toString(),
        then.expiresAt().toString(),
        then.digest(),
        then.text(),
        Settings.signed(then.text()));
    return then.id().toString();
  }

  /** Lets everybody try again as if nobody had; the limits are tested where they are made. */
  void forgetTries() {
    change("DELETE FROM rate_limit");
  }

  /** How many rows every table has; the journal and the chain grow without anybody asking. */
  String rows() {
    String counts =
        query(
            "SELECT string_agg(format('SELECT %L || count(*) AS n FROM %I', tablename || '=',"
                + " tablename), ' UNION ALL ' ORDER BY tablename) FROM pg_tables"
                + " WHERE schemaname = 'public' AND tablename NOT IN"
                + " ('flyway_schema_history', 'rate_limit', 'audit_leaf', 'audit_pending', 'journal')");
    return query("SELECT string_agg(n, ' ' ORDER BY n) FROM (" + counts + ") AS counted");
  }

  long number(String sql, String... values) {
    return Long.parseLong(query(sql, values));
  }

  /** The first column of the first row. */
  String query(String sql, String... values) {
    try (Connection connection = world.database().connect(Role.OWNER);
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new IllegalStateException("No row: " + sql);
      }
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Changes what only the passing of time could change; as the owner of the tables, for the
   * application may not.
   */
  void change(String sql, String... values) {
    try (Connection connection = world.database().connect(Role.OWNER);
        PreparedStatement statement = prepare(connection, sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, String... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    return statement;
  }

  /** A shop that may not see what {@link #shop()} sells. */
  Shop anotherShop() {
    return new Shop(world.node().uri(), Accounts.RETAIL.key(), world.settings());
  }
}
