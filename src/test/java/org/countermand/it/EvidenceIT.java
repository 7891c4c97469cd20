package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.Answer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happened stays written down as it happened. */
class EvidenceIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static World world;
  private static Books books;
  private static Shop shop;
  private static PlacedOrder order;
  private static String cancellation;

  @BeforeAll
  static void cancelOnce() {
    world = SharedWorld.get();
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
    order = place("EV-1");
    cancellation = shop.consent(shop.quote(order, 1, 1).ok()).id();
    shop.await(cancellation, "COMPLETED", SOON);
  }

  @Test
  void every_transition_of_a_cancellation_stands_in_the_audit_log_with_who_did_it() {
    List<String> entries =
        books.column(
            "SELECT actor_id || ' ' || what FROM audit_entry WHERE subject_id = ?::uuid"
                + " ORDER BY id",
            cancellation);

    assertThat(entries)
        .containsExactly(
            "linden-shop RECEIVED",
            "linden-shop ALLOWED",
            "linden-shop BASIS_GIVEN",
            "step-runner HOLD_ASKED",
            "step-runner HELD",
            "step-runner DOCUMENT_ISSUED",
            "step-runner PLAN_DONE");
  }

  @Test
  void the_audit_log_names_no_person() {
    assertThat(
            books.count(
                "SELECT count(*) FROM audit_entry WHERE subject_id = ?::uuid"
                    + " AND (body ILIKE '%Eve Evident%' OR body ILIKE '%@evidence.example%')",
                cancellation))
        .isZero();
  }

  static Stream<Arguments> writtenForGood() {
    return Stream.of(
            "audit_entry",
            "audit_leaf",
            "journal",
            "stock_movement",
            "document",
            "document_tax",
            "quotation",
            "consent",
            "request_record",
            "gateway_news")
        .flatMap(table -> Stream.of(Role.values()).map(role -> Arguments.of(table, role)));
  }

  @ParameterizedTest
  @MethodSource("writtenForGood")
  void nobody_rewrites_evidence(String table, Role role) throws SQLException {
    Books.eventually(() -> books.count("SELECT count(*) FROM " + table) > 0);
    String column =
        books
            .column(
                "SELECT column_name FROM information_schema.columns WHERE table_name = ?"
                    + " ORDER BY ordinal_position LIMIT 1",
                table)
            .get(0);

    assertRefused(role, "UPDATE %s SET %s = %s".formatted(table, column, column));
    assertRefused(role, "DELETE FROM " + table);
    assertRefused(role, "TRUNCATE %s CASCADE".formatted(table));
  }

  @Test
  void a_stranger_with_a_hash_function_can_verify_the_whole_chain() throws Exception {
    long entries = books.count("SELECT count(*) FROM audit_entry");
    Books.eventually(() -> books.count("SELECT count(*) FROM audit_leaf") >= entries);

    List<Leaf> chain = chain();

    assertThat(chain).hasSizeGreaterThanOrEqualTo((int) entries);
    assertThat(firstBroken(chain)).isEqualTo(-1);
  }

  @Test
  void a_chain_with_one_letter_changed_one_leaf_gone_or_two_exchanged_does_not_verify()
      throws Exception {
    Books.eventually(() -> books.count("SELECT count(*) FROM audit_leaf") >= 6);
    List<Leaf> chain = chain();

    List<Leaf> changed = new ArrayList<>(chain);
    changed.set(3, chain.get(3).saying(chain.get(3).text().replace("actor", "Actor")));
    List<Leaf> shortened = new ArrayList<>(chain);
    shortened.remove(2);
    List<Leaf> exchanged = new ArrayList<>(chain);
    exchanged.set(1, chain.get(2));
    exchanged.set(2, chain.get(1));

    assertThat(firstBroken(changed)).isEqualTo(3);
    assertThat(firstBroken(shortened)).isEqualTo(2);
    assertThat(firstBroken(exchanged)).isEqualTo(1);
  }

  @Test
  void thirty_cancellations_at_once_get_credit_numbers_without_gap_or_repeat() {
    List<Shop> shops =
        world.nodes().stream().map(node -> new Shop(node.uri(), world.settings())).toList();
    List<PlacedOrder> orders = IntStream.range(0, 30).mapToObj(i -> place("EN-" + i)).toList();

    List<Answer> answers =
        AtOnce.times(30, n -> shops.get(n % shops.size()).declare(orders.get(n), 1, 1, "EN-" + n));

    answers.forEach(answer -> shop.await(answer.id(), "COMPLETED", SOON));
    assertThat(
            books.count(
                "SELECT count(*) FROM document n JOIN shop_order o ON o.id = n.order_id"
                    + " WHERE o.channel_number LIKE 'EN-%'"))
        .isEqualTo(30);
    // Of all documents there are, whatever else was numbered meanwhile.
    assertThat(
            books.column(
                "SELECT legal_entity FROM document GROUP BY legal_entity, series, year"
                    + " HAVING min(counter) <> 1 OR max(counter) <> count(*)"))
        .isEmpty();
    assertThat(
            books.column(
                "SELECT c.legal_entity FROM document_series c WHERE c.last_number <>"
                    + " (SELECT count(*) FROM document n WHERE n.legal_entity = c.legal_entity"
                    + " AND n.series = c.series AND n.year = c.year)"))
        .isEmpty();
  }

  /** An entry as it stands in the chain, with what the chain says of it. */
  private record Leaf(long number, String text, String digest, String chain) {
    Leaf saying(String other) {
      return new Leaf(number, other, digest, chain);
    }
  }

  private static List<Leaf> chain() throws SQLException {
    List<Leaf> leaves = new ArrayList<>();
    try (Connection connection = world.database().connect(Role.APP);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT l.number, e.body, l.entry_digest, l.chain FROM audit_leaf l"
                    + " JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.number")) {
      while (rows.next()) {
        String body = rows.getString(2);
        leaves.add(new Leaf(rows.getLong(1), body, rows.getString(3), rows.getString(4)));
      }
    }
    return leaves;
  }

  /** Recomputes the chain from nothing but the texts; the index of the first lie, or -1. */
  private static int firstBroken(List<Leaf> leaves) throws NoSuchAlgorithmException {
    String previous = "0".repeat(64);
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      String digest = sha256(leaf.text());
      String chain = sha256(previous + digest);
      if (leaf.number() != i + 1 || !leaf.digest().equals(digest) || !leaf.chain().equals(chain)) {
        return i;
      }
      previous = chain;
    }
    return -1;
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(Role role, String sql) throws SQLException {
    try (Connection connection = world.database().connect(role)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql))
            .as("%s: %s", role, sql)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      } finally {
        connection.rollback();
      }
    }
  }

  private static PlacedOrder place(String number) {
    return shop.place(
        anOrder(number)
            .by("Eve Evident", number.toLowerCase(java.util.Locale.ROOT) + "@evidence.example")
            .line("LAMP-1", "Desk lamp", 1, 4000));
  }
}
