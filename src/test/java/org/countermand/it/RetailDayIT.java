package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.demo.TradingDay;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first day of a real wholesaler's year goes in, and a real order of it comes back in part. */
@Tag("real-data")
class RetailDayIT {

  private static World world;
  private static JsonNode first;
  private static JsonNode second;

  @BeforeAll
  static void the_day_is_imported_twice() {
    assumeTrue(
        Files.isReadable(TradingDay.file()), "skipped: no real data at " + TradingDay.file());
    world = SharedWorld.get();
    first = TradingDay.bring(world, TradingDay.file());
    second = TradingDay.bring(world, TradingDay.file());
  }

  @Test
  void every_row_of_the_day_is_an_order_line_or_has_a_reason_not_to_be_one() {
    assertThat(first.path("day").asText()).isEqualTo("2009-12-01");
    assertThat(first.path("created").asInt() + first.path("alreadyThere").asInt()).isEqualTo(98);
    assertThat(first.path("refused")).isEmpty();
    assertThat(first.path("rows").asInt()).isEqualTo(3_223);
    assertThat(first.path("orderLines").asInt()).isEqualTo(2_197);
    assertThat(first.path("notOrdered").path("CANCELLATION").asInt()).isEqualTo(110);
  }

  @Test
  void a_second_import_changes_nothing() throws SQLException {
    assertThat(second.path("created").asInt()).isZero();
    assertThat(second.path("alreadyThere").asInt()).isEqualTo(98);
    assertThat(number("SELECT count(*) FROM shop_order WHERE shop = 'retail'")).isEqualTo(98);
  }

  @Test
  void the_orders_add_up_to_the_rows_of_the_file() throws Exception {
    assertThat(
            number(
                "SELECT sum(l.goods) FROM order_line l JOIN shop_order o ON o.id = l.order_id"
                    + " WHERE o.shop = 'retail'"))
        .isEqualTo(penceInTheFile());
    assertThat(
            number(
                "SELECT sum(t.captured) FROM tender t JOIN shop_order o ON o.id = t.order_id"
                    + " WHERE o.shop = 'retail'"))
        .isEqualTo(penceInTheFile());
  }

  /**
   * Five of twelve glass balls at 6.95: 34.75 come back. The portal goes through the same door with
   * the same quotation, so what is shown here over the API is what a buyer gets there.
   */
  @Test
  void five_of_twelve_glass_balls_come_back_to_the_penny() throws Exception {
    Shop shop = new Shop(world.node().uri(), Accounts.RETAIL.key(), world.settings());
    PlacedOrder order = order(shop, "489434");

    JsonNode quotation = shop.quote(order, 1, 5).ok();
    assertThat(quotation.path("total").path("minor").asLong()).isEqualTo(3_475);
    String id = shop.consent(quotation).id();
    JsonNode completed = shop.await(id, "COMPLETED", Duration.ofSeconds(60));

    assertThat(completed.path("amount").path("minor").asLong()).isEqualTo(3_475);
    JsonNode ledger =
        new JsonClient(world.settings().payment(), Settings.STRIPE_KEY)
            .get("/ledger?payment_intent=" + order.payment());
    assertThat(ledger.path("payments").get(0).path("refunded").asLong()).isEqualTo(3_475);
    assertThat(ledger.path("refunds")).hasSize(1);
    assertThat(ledger.path("refunds").get(0).path("amount").asLong()).isEqualTo(3_475);
    assertThat(ledger.path("refunds").get(0).path("currency").asText()).isEqualTo("gbp");
  }

  private static PlacedOrder order(Shop shop, String number) throws SQLException {
    String id = id(number);
    JsonNode body = shop.send("GET", "orders/" + id, "", Map.of()).ok();
    return new PlacedOrder(id, number, "pi_retail_" + number, body);
  }

  private static String id(String number) throws SQLException {
    try (Connection connection = world.database().connect(Role.APP);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id FROM shop_order WHERE shop = 'retail' AND channel_number = ?")) {
      statement.setString(1, number);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).as(number).isTrue();
        return row.getString(1);
      }
    }
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = world.database().connect(Role.APP);
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * What was sold that day to known customers, counted by other means than Countermand's reader:
   * commas in quotes do not part cells, and of the shop's own corrections none counts.
   */
  private static long penceInTheFile() throws IOException {
    BigDecimal pounds = BigDecimal.ZERO;
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TradingDay.file())),
                StandardCharsets.UTF_8))) {
      for (String row = file.readLine(); row != null; row = file.readLine()) {
        if (row.contains(",2009-12-01 ") && !row.startsWith("C")) {
          String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
          BigDecimal quantity = new BigDecimal(cells[3]);
          BigDecimal price = new BigDecimal(cells[5]);
          if (quantity.signum() > 0 && price.signum() > 0 && !cells[6].isEmpty()) {
            pounds = pounds.add(quantity.multiply(price));
          }
        }
      }
    }
    return pounds.movePointRight(2).longValueExact();
  }
}
