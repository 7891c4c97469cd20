package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.demo.RetailFile;
import org.countermand.sandbox.demo.RetailShop;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A month of a real shop comes in, twice, and what the shop took back is taken back again. */
@Tag("real-data")
class ImportIT {

  /** Other tests bring other months of the same shop. */
  private static final String OF_THE_MONTH =
      "o.shop = 'retail' AND o.placed_at >= '2009-12-01' AND o.placed_at < '2010-01-01'";

  private static final String ON_ORDER =
      " ON o.id = r.order_id WHERE r.at < '2010-01-01' AND " + OF_THE_MONTH;

  private static final String UNFINISHED =
      "SELECT count(*) FROM channel_request r JOIN cancellation c ON c.id = r.cancellation_id"
          + " WHERE c.state NOT IN ('COMPLETED', 'REFUSED')";

  private static World world;
  private static RetailShop retail;
  private static RetailFile month;
  private static JsonNode first;
  private static JsonNode second;

  @BeforeAll
  static void a_month_is_imported_twice() {
    assumeTrue(RetailFile.whole().isThere(), "skipped: no real data");
    world = SharedWorld.get();
    month = RetailFile.whole().beginningWith("2009-12-");
    retail = new RetailShop(world).prepare(month);
    first = retail.bring(month);
    second = retail.bring(month);
  }

  @Test
  void every_row_is_an_order_line_an_instruction_or_reported() {
    AtomicLong rows = new AtomicLong();
    AtomicLong purchases = new AtomicLong();
    AtomicLong instructions = new AtomicLong();
    BigDecimal[] value = {BigDecimal.ZERO};
    month.each(
        row -> {
          rows.incrementAndGet();
          purchases.addAndGet(row.isPurchase() ? 1 : 0);
          instructions.addAndGet(row.isInstruction() ? 1 : 0);
          value[0] = value[0].add(row.price().multiply(BigDecimal.valueOf(row.quantity())));
        });

    assertThat(first.path("state").asText()).isEqualTo("DONE");
    assertThat(first.path("rows").asLong()).isEqualTo(rows.get());
    assertThat(rows("ORDER_LINE")).isEqualTo(purchases.get());
    assertThat(rows("INSTRUCTION")).isEqualTo(instructions.get());
    assertThat(rows("ORDER_LINE") + rows("INSTRUCTION") + rows("REPORTED")).isEqualTo(rows.get());
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode total : first.path("totals")) {
      sum = sum.add(new BigDecimal(total.path("value").asText()));
    }
    assertThat(sum).isEqualByComparingTo(value[0]);
  }

  @Test
  void the_orders_add_up_to_the_rows_of_the_file() throws SQLException {
    Map<String, Long> payments = month.payments();
    long pence = payments.values().stream().mapToLong(Long::longValue).sum();

    assertThat(first.path("created").asLong() + first.path("existing").asLong())
        .isGreaterThanOrEqualTo(payments.size());
    assertThat(number("SELECT count(*) FROM shop_order o WHERE " + OF_THE_MONTH))
        .isEqualTo(payments.size());
    assertThat(
            number(
                "SELECT sum(l.goods) FROM order_line l JOIN shop_order o ON o.id = l.order_id"
                    + " WHERE "
                    + OF_THE_MONTH))
        .isEqualTo(pence);
    assertThat(
            number(
                "SELECT sum(t.captured) FROM tender t JOIN shop_order o ON o.id = t.order_id"
                    + " WHERE "
                    + OF_THE_MONTH))
        .isEqualTo(pence);
  }

  @Test
  void a_second_import_changes_nothing() {
    assertThat(second.path("created").asLong()).isZero();
    assertThat(second.path("refused").asLong()).isZero();
    assertThat(second.path("existing").asLong())
        .isEqualTo(first.path("created").asLong() + first.path("existing").asLong());
    assertThat(second.path("totals")).isEqualTo(first.path("totals"));
  }

  /** Five of twelve glass balls at 6.95: 34.75 come back. */
  @Test
  void five_of_twelve_glass_balls_come_back_to_the_penny() throws Exception {
    Shop shop = retail.api();
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
  }

  /** Every cancellation of the month, through the same door, with hold, refund, stock, letter. */
  @Test
  void what_the_shop_took_back_is_cancelled_to_the_unit() throws Exception {
    RetailFile.Undone expected = month.undone();

    JsonNode job = retail.replay(Duration.ofMinutes(5));

    assertThat(job.path("state").asText()).isEqualTo("DONE");
    assertThat(job.path("refused").asLong()).isZero();
    assertThat(number("SELECT count(*) FROM channel_request r JOIN shop_order o" + ON_ORDER))
        .isEqualTo(expected.requests());
    Books.eventually(() -> uncheckedNumber(UNFINISHED) == 0, Duration.ofMinutes(2));
    assertThat(
            number(
                "SELECT sum(i.units) FROM instruction_link i JOIN channel_request r"
                    + " ON r.id = i.request_id JOIN shop_order o"
                    + ON_ORDER))
        .isEqualTo(expected.units());
    assertThat(
            number(
                "SELECT sum(l.held) FROM cancelled_line l JOIN channel_request r"
                    + " ON r.cancellation_id = l.cancellation_id JOIN shop_order o"
                    + ON_ORDER))
        .isEqualTo(expected.units());
    assertThat(number("SELECT count(*) FROM channel_request WHERE outcome IS NULL")).isZero();
    JsonNode again = retail.replay(Duration.ofMinutes(1));
    assertThat(again.path("items").asLong()).isZero();
  }

  private static long uncheckedNumber(String sql) {
    try {
      return number(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long rows(String fate) {
    long rows = 0;
    for (JsonNode total : first.path("totals")) {
      rows += total.path("fate").asText().equals(fate) ? total.path("rows").asLong() : 0;
    }
    return rows;
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
}
