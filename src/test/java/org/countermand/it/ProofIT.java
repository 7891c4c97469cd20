package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.proof.Options;
import org.countermand.proof.Proof;
import org.countermand.proof.Report;
import org.countermand.proof.Result;
import org.countermand.proof.Verdict;
import org.countermand.refund.model.FeeRule;
import org.countermand.refund.model.PromotionEffect;
import org.countermand.refund.model.Terms;
import org.countermand.refund.model.TermsText;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.WorldPorts;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.generator.Generated;
import org.countermand.sandbox.generator.Generator;
import org.countermand.sandbox.generator.LedgerSink;
import org.countermand.sandbox.generator.PaymentSeeding;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Proves the books of a world after cancellations of every kind; a world of its own, for others
 * leave cancellations under way on purpose.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static World world;
  private static Books books;
  private static Shop shop;

  @BeforeAll
  static void cancel() {
    Path folder = Path.of("target/world-proof");
    world = World.start(new Settings(folder, true, WorldPorts.free(1), Settings.QUICK_START));
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
    terms();
    List<String> over = new ArrayList<>();
    over.add(consent(lamps("PR-1", 3, 10_000).shipping(490), 1));
    PlacedOrder second = shop.place(lamps("PR-2", 3, 10_000).shipping(490).to("FR", "fr", "20"));
    over.add(shop.declare(second, 1, 2, "PR-2-a").id());
    over.add(shop.declare(second, 1, 1, "PR-2-b").id());
    over.add(consent(lamps("PR-3", 2, 9_000).authorized(), 2));
    over.add(consent(lamps("PR-4", 3, 9_000).authorized(), 1));
    over.add(consent(lamps("PR-5", 2, 5_999).in("USD").to("US", "en", "8.875").net(), 1));
    over.add(consent(anOrder("PR-6").line("WRAP", "Wrapping", 1, 490, 0, "SERVICE"), 1));
    world
        .party(PaymentServer.class)
        .faults()
        .add(
            Fault.once(
                new Match("POST", "^/v1/refunds$", "pi_PR_7"), new Mishap.CutAfterWork(false)));
    over.add(consent(lamps("PR-7", 1, 4_000), 1));
    books.tellWarehouse("/control/behaviour", "{\"order\":\"PR-8\",\"answer\":\"partial\"}");
    over.add(consent(lamps("PR-8", 4, 8_000), 4));
    over.add(consent(lamps("PR-9", 2, 2_701).in("JPY").to("JP", "en", "10"), 2));
    // Money that moves in steps of ten, and money that has decimals at the gateway only.
    over.add(consent(lamps("PR-11", 4, 11_300).in("KWD").to("KW", "en", "0"), 1));
    over.add(consent(lamps("PR-12", 2, 7_000).in("ISK").to("IS", "en", "24"), 1));
    // A discount whose condition is lost and met no more, a shared charge, and a fee.
    PlacedOrder whole = shop.place(lamps("PR-13", 3, 30_000).discountedFrom(25_000).shipping(490));
    over.add(shop.declare(whole, 1, 1, "PR-13-a").id());
    shop.await(over.get(over.size() - 1), "COMPLETED", SOON);
    over.add(shop.declare(whole, 1, 2, "PR-13-b").id());
    over.add(consent(lamps("PR-14", 3, 9_000).duty(1_000).to("CH", "de", "8.1"), 1));
    // The warehouse holds fewer than were promised: what is kept is worked out anew.
    books.tellWarehouse("/control/behaviour", "{\"order\":\"PR-15\",\"answer\":\"partial\"}");
    over.add(consent(lamps("PR-15", 4, 8_000).to("CH", "de", "8.1"), 4));
    // A gift card beside a bank card, and a gift card that was bought.
    over.add(consent(lamps("PR-16", 2, 8_000).payingWithGiftCard("pr-16", 3_000), 2));
    over.add(consent(anOrder("PR-17").giftCard("CARD", "Gift card", "pr-17", 5_000), 1));
    over.forEach(id -> shop.await(id, "COMPLETED", SOON));
    takeBack(inReview("PR-10"));
    Books.eventually(() -> books.count("SELECT count(*) FROM audit_pending") == 0, SOON);
  }

  /** A discount is taken back when its condition is lost, and a fee kept where the law lets it. */
  private static void terms() {
    FeeRule fee =
        new FeeRule(
            "RESTOCK",
            new FeeRule.Percent(500),
            Optional.empty(),
            FulfilmentStage.NOT_STARTED,
            Optional.empty(),
            true,
            false);
    Terms terms = new Terms(Terms.USUAL.charges(), PromotionEffect.CLAW_BACK, List.of(fee));
    try (Connection connection = world.database().connect(Role.OWNER);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO terms_revision VALUES (gen_random_uuid(), 'linden', 'proof', 1,"
                    + " '2020-01-01T00:00:00Z', ?)")) {
      insert.setString(1, TermsText.of(terms));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void end() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void all_is_proved_after_cancellations_of_every_kind() throws SQLException {
    Report report = Proof.of(options("true"));

    assertThat(report.results()).allMatch(r -> r.verdict() == Verdict.PROVED, report.text());
    assertThat(report.exitCode()).isZero();
    assertThat(looked(report, "refunds")).isEqualTo(16);
    assertThat(looked(report, "credits")).isEqualTo(2);
    assertThat(looked(report, "cards")).isEqualTo(2);
    assertThat(looked(report, "voids")).isEqualTo(1);
    assertThat(looked(report, "stock")).isEqualTo(18);
  }

  @Test
  void what_a_gateway_counts_otherwise_is_the_same_money_in_the_books() {
    assertThat(
            books.column(
                "SELECT p.amount::text || ' ' || p.currency FROM refund_part p JOIN shop_order o"
                    + " ON o.id = p.order_id WHERE o.currency IN ('ISK', 'KWD')"
                    + " ORDER BY p.currency"))
        .containsExactly("3150 ISK", "2550 KWD");
    assertThat(refunded("PR-11")).containsExactly(2_550L);
    assertThat(refunded("PR-12")).containsExactly(315_000L);
  }

  /** 10.00 less its discount of 1.00 less the 2.00 on the two that remain; at the end all of it. */
  @Test
  void a_discount_is_taken_back_and_given_back_to_the_cent() {
    assertThat(refunded("PR-13")).containsExactlyInAnyOrder(7_000L, 20_490L);
  }

  /** 27.00 and a third of the duty, less five percent of 27.00; of the half held, 5 % of 36.00. */
  @Test
  void a_fee_is_kept_for_what_is_really_cancelled() {
    assertThat(refunded("PR-14")).containsExactly(2_700L + 333 - 135);
    assertThat(
            books.column(
                "SELECT r.code || ' ' || r.amount FROM retention r JOIN shop_order o"
                    + " ON o.id = r.order_id WHERE o.channel_number = 'PR-15'"))
        .containsExactly("RESTOCK 180");
    assertThat(refunded("PR-15")).containsExactly(3_600L - 180);
  }

  /** By the ledger, in the gateway's own numbers. */
  private static List<Long> refunded(String number) {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    PlacedOrder order = new PlacedOrder("", number, "pi_" + number.replace('-', '_'), nothing);
    return books.refunds(order).stream().map(r -> r.get("amount").asLong()).toList();
  }

  @Test
  void a_cancellation_under_way_is_told_by_its_number_and_let_be_if_it_may() throws SQLException {
    String waiting = inReview("PR-20");
    Report strict = Proof.of(options("true"));
    Report lenient = Proof.of(options("false"));
    takeBack(waiting);

    assertThat(result(strict, "ends").verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result(strict, "ends").rows()).hasSize(1).first().asString().contains("IN_REVIEW");
    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(result(lenient, "ends").note()).contains("1 IN_REVIEW");
    assertThat(lenient.results())
        .filteredOn(r -> r.verdict() != Verdict.PROVED)
        .as(lenient.text())
        .isEmpty();
  }

  @Test
  void without_the_ledger_its_statements_are_not_provable_and_the_others_are() throws SQLException {
    Options given = options("true");
    Report report =
        Proof.of(
            new Options(
                given.database(), given.user(), given.password(), null, given.key(), false));

    assertThat(report.results())
        .filteredOn(r -> r.verdict() == Verdict.NOT_PROVABLE)
        .extracting(Result::id)
        .containsExactly("paid-ledger", "refunds", "refund-sums", "voids");
    assertThat(report.exitCode()).isEqualTo(2);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_generated_past_is_read_cancelled_and_proved_like_one_that_was_lived() throws Exception {
    List<String> generated = new ArrayList<>();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (Connection connection = world.database().connect(Role.OWNER);
        PaymentSeeding seeding = new PaymentSeeding(world.settings().payment())) {
      LedgerSink both =
          payment -> {
            generated.add(payment.id());
            seeding.payment(payment);
          };
      Generated made =
          new Generator(42)
              .orders(2000)
              .cancellations(600)
              .until(now)
              .ledger(both)
              .into(connection);
      System.out.printf("Generated %d rows, %d a second%n", made.rows(), made.rowsPerSecond());
    }

    JsonNode cancellation = shop.cancellation(oneOf("COMPLETED")).ok();
    assertThat(cancellation.get("refunds")).isNotEmpty();
    JsonNode order =
        shop.send("GET", "orders/" + cancellation.get("order").asText(), "", Map.of()).ok();
    assertThat(order.get("lines")).isNotEmpty();
    cancelGenerated();

    Report report = Proof.of(options("false"));
    assertThat(report.results())
        .as(report.text())
        .allMatch(result -> result.verdict() == Verdict.PROVED);
    assertThat(looked(report, "paid-ledger")).isGreaterThan(generated.size());
  }

  /** The youngest generated order whose goods have not moved is cancelled like any other. */
  private static void cancelGenerated() {
    String id =
        books
            .column(
                "SELECT o.id FROM shop_order o JOIN fulfilment f ON f.order_id = o.id"
                    + " JOIN tender t ON t.order_id = o.id WHERE o.channel_number LIKE 'G42-%'"
                    + " AND f.stage = 'NOT_STARTED' AND t.captured > 0 AND NOT EXISTS"
                    + " (SELECT 1 FROM cancellation c WHERE c.order_id = o.id)"
                    + " ORDER BY o.placed_at DESC LIMIT 1")
            .get(0);
    JsonNode order = shop.send("GET", "orders/" + id, "", Map.of()).ok();
    PlacedOrder placed = new PlacedOrder(id, order.get("number").asText(), "", order);
    shop.await(shop.consent(shop.quote(placed, 1, 1).ok()).id(), "COMPLETED", SOON);
  }

  private static String oneOf(String state) {
    return books
        .column(
            "SELECT c.id FROM cancellation c JOIN shop_order o ON o.id = c.order_id"
                + " WHERE o.channel_number LIKE 'G42-%' AND c.state = ? LIMIT 1",
            state)
        .get(0);
  }

  /** What is packed waits for a person. */
  private static String inReview(String number) {
    PlacedOrder packed = shop.place(lamps(number, 1, 4_000).at("PACKED"));
    String id = shop.declare(packed, 1, 1, number).id();
    shop.await(id, "IN_REVIEW", SOON);
    return id;
  }

  private static void takeBack(String id) {
    assertThat(shop.send("POST", "cancellations/" + id + "/withdrawal", "", Map.of()).status())
        .isEqualTo(200);
  }

  private static String consent(OrderDraft draft, int units) {
    PlacedOrder order = shop.place(draft);
    return shop.consent(shop.quote(order, 1, units).ok()).id();
  }

  private static OrderDraft lamps(String number, int quantity, long goods) {
    return anOrder(number)
        .by("Paula Proof", "paula@proof.example")
        .line("LAMP-1", "Desk lamp", quantity, goods, -(goods / 10), "GOODS");
  }

  private static Options options(String settled) {
    Properties properties = new Properties();
    properties.setProperty("countermand.proof.database", world.database().jdbcUrl());
    properties.setProperty("countermand.proof.gateway", world.settings().payment().toString());
    properties.setProperty("countermand.proof.bank", world.settings().bank().toString());
    properties.setProperty("countermand.proof.settled", settled);
    return Options.of(properties);
  }

  private static long looked(Report report, String id) {
    return result(report, id).looked();
  }

  private static Result result(Report report, String id) {
    return report.results().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }
}
