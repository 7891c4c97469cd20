package org.countermand.sandbox.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.junit.jupiter.api.Test;

/** What the generator makes is the same for the same seed, acceptable, and as uneven as life. */
class GeneratorTest {

  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

  @Test
  void the_same_seed_makes_the_same_rows_to_the_byte_and_another_does_not() throws Exception {
    assertThat(digest(1)).isEqualTo(digest(1)).isNotEqualTo(digest(2));
  }

  @Test
  void there_are_as_many_orders_and_cancellations_as_asked_for() throws Exception {
    Map<Table, Integer> lines = new EnumMap<>(Table.class);
    List<PaymentTold> payments = new ArrayList<>();

    long rows =
        new Generator(3)
            .orders(700)
            .cancellations(431)
            .ledger(payments::add)
            .print(
                Standing.empty(), (table, sheet) -> lines.merge(table, lines(sheet), Integer::sum));

    assertThat(lines).containsEntry(Table.SHOP_ORDER, 700).containsEntry(Table.CANCELLATION, 431);
    assertThat(lines.values().stream().mapToLong(Integer::longValue).sum()).isEqualTo(rows);
    assertThat(payments).hasSize(lines.get(Table.TENDER));
    assertThat(lines.keySet()).containsExactly(Table.values());
  }

  @Test
  void a_seed_that_was_used_before_is_refused_and_leaves_nothing_behind() throws Exception {
    try (Database database = Database.temporary().migrated();
        Connection connection = database.connect(Role.OWNER)) {
      new Generator(4).orders(50).cancellations(20).into(connection);

      assertThatThrownBy(() -> new Generator(4).orders(60).cancellations(30).into(connection))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("duplicate key");
      new Generator(5).orders(10).cancellations(5).into(connection);

      assertThat(count(connection, "shop_order")).isEqualTo(60);
      assertThat(count(connection, "cancellation")).isEqualTo(25);
      assertThat(count(connection, "audit_leaf")).isEqualTo(count(connection, "audit_entry"));
    }
  }

  @Test
  void more_cancellations_than_orders_are_refused() {
    assertThatThrownBy(
            () ->
                new Generator(1)
                    .orders(1)
                    .cancellations(2)
                    .print(Standing.empty(), (table, sheet) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_order_would_be_taken_in_by_the_application() {
    Till till = new Till(new Dice(5), 5, 2000);

    IntStream.range(0, 2000)
        .mapToObj(n -> till.sell(n, NOON, FulfilmentStage.NOT_STARTED))
        .forEach(
            order ->
                assertThat(new NewOrder(order, Payload.of(order)).findings())
                    .as(order.channelNumber())
                    .isEmpty());
  }

  @Test
  void few_articles_and_few_customers_have_much_and_orders_have_one_to_thirty_lines() {
    Till till = new Till(new Dice(6), 6, 3000);
    List<Order> orders =
        IntStream.range(0, 3000)
            .mapToObj(n -> till.sell(n, NOON, FulfilmentStage.NOT_STARTED))
            .toList();

    Map<String, Long> articles =
        orders.stream()
            .flatMap(order -> order.lines().stream())
            .collect(Collectors.groupingBy(line -> line.sku(), Collectors.counting()));
    assertThat(shareOfFirst(articles, 300)).isGreaterThan(500);
    Map<String, Long> customers =
        orders.stream()
            .collect(Collectors.groupingBy(o -> o.buyer().email(), Collectors.counting()));
    assertThat(shareOfFirst(customers, customers.size() / 10)).isGreaterThan(300);
    assertThat(orders).extracting(order -> order.lines().size()).contains(1, 2, 5, 10, 20);
    assertThat(orders).allMatch(order -> order.lines().size() <= 30);
    assertThat(orders)
        .extracting(order -> order.currency().getCurrencyCode())
        .contains("EUR", "CHF", "GBP", "USD", "JPY");
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** In thousandths. */
  private static long shareOfFirst(Map<String, Long> counts, int first) {
    List<Long> sorted = new ArrayList<>(counts.values());
    sorted.sort(Collections.reverseOrder());
    long all = sorted.stream().mapToLong(Long::longValue).sum();
    return sorted.stream().limit(first).mapToLong(Long::longValue).sum() * 1000 / all;
  }

  private static String digest(long seed) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long[] payments = new long[1];
    new Generator(seed)
        .orders(400)
        .cancellations(200)
        .ledger(told -> payments[0] = payments[0] * 31 + told.hashCode())
        .print(
            Standing.empty(),
            (table, sheet) -> {
              digest.update(table.name().getBytes(StandardCharsets.UTF_8));
              digest.update(sheet);
            });
    return HexFormat.of().formatHex(digest.digest()) + payments[0];
  }

  private static int lines(byte[] sheet) throws SQLException {
    int lines = 0;
    for (byte b : sheet) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}
