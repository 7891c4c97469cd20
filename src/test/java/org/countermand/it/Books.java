package org.countermand.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/** What really happened, from those who keep the books: gateway, warehouse, mailbox, database. */
final class Books {

  private final World world;
  private final JsonClient gateway;
  private final JsonClient warehouse;

  Books(World world) {
    this.world = world;
    this.gateway = new JsonClient(world.settings().payment(), null);
    this.warehouse = new JsonClient(world.settings().warehouse(), null);
  }

  /** The gateway's row of a payment: amounts, and how many refunds and voids. */
  JsonNode payment(PlacedOrder order) {
    return ledger(order).get("payments").get(0);
  }

  /** The gateway's refunds of a payment. */
  List<JsonNode> refunds(PlacedOrder order) {
    return rows(ledger(order).get("refunds"));
  }

  /** The warehouse's movements of an order of one kind: hold, unhold or release. */
  List<JsonNode> movements(PlacedOrder order, String kind) {
    return rows(get(warehouse, "/ledger").get("movements")).stream()
        .filter(row -> row.get("order").asText().equals(order.number()))
        .filter(row -> row.get("kind").asText().equals(kind))
        .toList();
  }

  /** The letters to an address, once no more are under way for the order. */
  List<Mail> letters(PlacedOrder order, String address) {
    eventually(
        () ->
            count(
                    "SELECT count(*) FROM envelope n JOIN event e ON e.id = n.event_id"
                        + " WHERE e.order_id = ?::uuid AND n.delivered_at IS NULL",
                    order.id())
                == 0);
    return world.mailbox().to(address);
  }

  /** Tells the gateway's stage hands something. */
  void tellGateway(String path, String json) {
    post(gateway, path, json);
  }

  /** Tells the warehouse's stage hands something. */
  void tellWarehouse(String path, String json) {
    post(warehouse, path, json);
  }

  /** The only number that a query gives. */
  long count(String sql, Object... arguments) {
    return Long.parseLong(column(sql, arguments).get(0));
  }

  /** The first column of every row as text. */
  List<String> column(String sql, Object... arguments) {
    try (Connection connection = world.database().connect(Role.APP);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Waits until something is so, at most twenty seconds. */
  static void eventually(BooleanSupplier so) {
    eventually(so, Duration.ofSeconds(20));
  }

  /** Waits until something is so. */
  static void eventually(BooleanSupplier so, Duration atMost) {
    eventually(so, atMost, Duration.ofMillis(50));
  }

  /** Waits until something is so, and looks now and then. */
  static void eventually(BooleanSupplier so, Duration atMost, Duration pause) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not become so within " + atMost);
      }
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private JsonNode ledger(PlacedOrder order) {
    return get(gateway, "/ledger?payment_intent=" + order.payment());
  }

  private static List<JsonNode> rows(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static JsonNode get(JsonClient client, String path) {
    try {
      return client.get(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void post(JsonClient client, String path, String json) {
    try {
      client.post(path, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
