package org.countermand.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.generator.Generator;
import org.countermand.sandbox.generator.PaymentSeeding;
import org.countermand.sandbox.generator.PaymentTold;
import org.countermand.sandbox.generator.PaymentTold.RefundTold;
import org.countermand.sandbox.payment.PaymentServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement is proved on right books, and seen to break on each wrong row that is planted.
 */
class ProofTest {

  private static final int STATEMENTS = 24;

  /** What the generator makes nothing of. */
  private static final Set<String> NONE_GENERATED =
      Set.of("failed-refunds", "credits", "cards", "payouts", "payout-ledger");

  /** Tables that even their owner changes only after saying so. */
  private static final List<String> GUARDED =
      List.of(
          "audit_entry",
          "audit_leaf",
          "journal",
          "stock_movement",
          "document",
          "document_tax",
          "consent",
          "quotation",
          "request_record");

  private static final String A_CARD =
      "INSERT INTO credit_account VALUES (gen_random_uuid(), 'linden', 'GIFT_CARD', 'card-1',"
          + " 'EUR');";

  /** Without what the schema itself forbids. */
  private static final String DROP_UNIQUE =
      "ALTER TABLE unit_claim DROP CONSTRAINT unit_claim_line_id_int4range_excl,"
          + " DROP CONSTRAINT unit_claim_pkey;";

  private static final String A_REFUND =
      "(SELECT min(id::text)::uuid FROM refund_part WHERE kind = 'REFUND' AND reserved)";
  private static final String A_COMPLETED =
      "(SELECT min(id::text)::uuid FROM cancellation WHERE state = 'COMPLETED')";
  private static final String A_DENIED =
      "(SELECT min(id::text)::uuid FROM cancellation WHERE state = 'REFUSED')";

  private static Database database;
  private static final List<PaymentTold> PAYMENTS = new ArrayList<>();
  private static PaymentServer ledger;

  @BeforeAll
  static void generate() throws Exception {
    database = Database.temporary().migrated();
    try (Connection connection = database.connect(Role.OWNER)) {
      new Generator(4).orders(160).cancellations(130).ledger(PAYMENTS::add).into(connection);
      // A second one goes on where the first has counted to.
      new Generator(8).orders(40).cancellations(25).ledger(PAYMENTS::add).into(connection);
    }
    ledger = serverWith(UnaryOperator.identity());
  }

  @AfterAll
  static void end() {
    ledger.close();
    database.close();
  }

  @Test
  void right_books_are_proved_in_all_statements() throws SQLException {
    Report report = Proof.of(options(ledger.uri(), false));

    assertThat(report.results())
        .hasSize(STATEMENTS)
        .as(report.text())
        .allMatch(result -> result.verdict() == Verdict.PROVED);
    assertThat(report.results())
        .filteredOn(result -> !NONE_GENERATED.contains(result.id()))
        .allMatch(result -> result.looked() > 0);
    assertThat(report.exitCode()).isZero();
    assertThat(report.text()).contains("24 of 24 statements are proved");
  }

  static Stream<Arguments> wrongRows() {
    return Stream.of(
        wrong(
            "paid-books",
            "UPDATE refund_part SET amount = amount + 9000000 WHERE id = " + A_REFUND),
        wrong("paid-books", "UPDATE refund_part SET currency = 'SEK' WHERE id = " + A_REFUND),
        wrong(
            "accounts",
            "UPDATE tender_account SET refunded = refunded - 1 WHERE tender_id ="
                + " (SELECT tender_id FROM refund_part WHERE id = "
                + A_REFUND
                + ")"),
        wrong(
            "accounts",
            "DELETE FROM tender_account WHERE tender_id ="
                + " (SELECT tender_id FROM refund_part WHERE id = "
                + A_REFUND
                + ")"),
        wrong(
            "shares",
            "UPDATE document SET total = total + 1 WHERE cancellation_id = " + A_COMPLETED),
        wrong(
            "shares",
            "UPDATE order_line SET goods = goods + 100 * quantity WHERE id ="
                + " (SELECT min(line_id::text)::uuid FROM unit_claim WHERE cancellation_id = "
                + A_COMPLETED
                + ")"),
        wrong("credits", "UPDATE refund_part SET kind = 'CREDIT' WHERE id = " + A_REFUND),
        wrong(
            "credits",
            A_CARD
                + "INSERT INTO credit_entry SELECT gen_random_uuid(), id, 'RESTORED', 'nothing', 5,"
                + " 'x', now() FROM credit_account"),
        wrong(
            "cards",
            A_CARD
                + "ALTER TABLE credit_entry DISABLE TRIGGER never_negative;"
                + "INSERT INTO credit_entry SELECT gen_random_uuid(), id, 'SPENT', 'o', -5, 'x',"
                + " now() FROM credit_account"),
        wrong(
            "cards",
            "UPDATE order_line SET item_class = 'GIFT_CARD' WHERE id ="
                + " (SELECT min(line_id::text)::uuid FROM unit_claim WHERE cancellation_id = "
                + A_COMPLETED
                + ")"),
        wrong(
            "cards",
            A_CARD
                + "INSERT INTO credit_entry SELECT gen_random_uuid(), id, 'OPENED', 'l', 5, 'x',"
                + " now() FROM credit_account;"
                + "INSERT INTO credit_entry SELECT gen_random_uuid(), id, 'TAKEN_BACK', 'c:l', -5,"
                + " 'x', now() FROM credit_account"),
        wrong(
            "failed-refunds",
            "UPDATE refund_part SET state = 'FAILED', reserved = false WHERE id = " + A_REFUND),
        wrong("promises", "UPDATE refund_part SET amount = amount - 1 WHERE id = " + A_REFUND),
        wrong(
            "promises",
            "UPDATE document SET total = total - 1 WHERE cancellation_id = " + A_COMPLETED),
        wrong(
            "documents",
            "UPDATE document_tax SET amount = amount + 1 WHERE document_id ="
                + " (SELECT id FROM document WHERE cancellation_id = "
                + A_COMPLETED
                + ") AND position = 1"),
        wrong(
            "promises",
            "UPDATE quotation SET body = replace(body, E'\\ntotal', E' \\ntotal') WHERE id ="
                + " (SELECT quotation_id::uuid FROM cancellation WHERE id = "
                + A_COMPLETED
                + ")"),
        wrong("promises", "DELETE FROM document WHERE cancellation_id = " + A_COMPLETED),
        wrong("promises", "UPDATE cancellation SET amount = amount + 1 WHERE id = " + A_COMPLETED),
        wrong(
            "promises",
            "UPDATE document SET cancellation_id = "
                + A_DENIED
                + " WHERE cancellation_id = "
                + A_COMPLETED),
        wrong(
            "documents",
            "UPDATE document SET body = replace(body, E'\\nbuyer\\t', E'\\nbuyer \\t')"
                + " WHERE cancellation_id = "
                + A_COMPLETED),
        wrong(
            "documents",
            "UPDATE document SET issued_on = issued_on - 1 WHERE cancellation_id = " + A_COMPLETED),
        wrong("consents", "UPDATE consent SET quotation_digest = repeat('0', 64) WHERE true"),
        wrong("consents", "UPDATE request_record SET declaration = declaration || ' '"),
        wrong("consents", "UPDATE cancellation SET findings = '' WHERE findings LIKE '%PARTLY%'"),
        wrong("consents", "DELETE FROM consent"),
        wrong(
            "credit-numbers",
            "UPDATE document n SET counter = counter + 5 WHERE counter = (SELECT max(counter)"
                + " FROM document m WHERE m.legal_entity = n.legal_entity"
                + " AND m.series = n.series AND m.year = n.year)"),
        wrong("credit-numbers", "UPDATE document_series SET last_number = last_number + 1"),
        wrong(
            "credit-numbers",
            "UPDATE document SET legal_entity = 'Somebody' WHERE cancellation_id = " + A_COMPLETED),
        wrong(
            "letters",
            "DELETE FROM envelope WHERE event_id = (SELECT id FROM event WHERE subject_id = "
                + A_COMPLETED
                + " AND type = 'CANCELLATION_RECEIVED')"),
        wrong(
            "letters",
            "WITH twice AS (INSERT INTO event SELECT gen_random_uuid(), type, subject_id, order_id,"
                + " at, facts FROM event WHERE subject_id = "
                + A_COMPLETED
                + " AND type = 'CANCELLATION_COMPLETED' RETURNING id) INSERT INTO envelope"
                + " SELECT gen_random_uuid(), id, 'NOTIFICATION', NULL, 1, now(), now(), '' FROM twice"),
        wrong(
            "stock",
            "DELETE FROM stock_movement WHERE id = (SELECT min(id::text)::uuid FROM stock_movement)"),
        wrong(
            "stock",
            "UPDATE stock_movement SET units = units + 1 WHERE id ="
                + " (SELECT min(id::text)::uuid FROM stock_movement)"),
        wrong(
            "stock",
            "INSERT INTO stock_movement SELECT gen_random_uuid(), c.id, c.order_id, l.line_id,"
                + " 'depot', 'X', 1, now() FROM cancellation c JOIN cancelled_line l"
                + " ON l.cancellation_id = c.id WHERE c.id = "
                + A_DENIED
                + " LIMIT 1"),
        wrong("units", "DELETE FROM unit_claim WHERE cancellation_id = " + A_COMPLETED),
        wrong(
            "units",
            DROP_UNIQUE
                + "UPDATE unit_claim SET last_unit = last_unit + 1000 WHERE cancellation_id = "
                + A_COMPLETED),
        wrong(
            "units",
            "INSERT INTO unit_claim SELECT l.line_id, c.order_id, 1, 1, c.id FROM cancellation c"
                + " JOIN cancelled_line l ON l.cancellation_id = c.id WHERE c.id = "
                + A_DENIED
                + " LIMIT 1"),
        wrong(
            "units",
            DROP_UNIQUE
                + "UPDATE unit_claim SET first_unit = 1, last_unit = 1 WHERE first_unit = 2"),
        wrong(
            "steps", "UPDATE step SET state = 'IN_FLIGHT' WHERE cancellation_id = " + A_COMPLETED),
        wrong("steps", "UPDATE step SET owner = 1 WHERE cancellation_id = " + A_COMPLETED),
        wrong("steps", "UPDATE refund_part SET state = 'SUBMITTED' WHERE id = " + A_REFUND),
        wrong(
            "steps", "DELETE FROM step WHERE kind = 'CREDIT' AND cancellation_id = " + A_COMPLETED),
        wrong(
            "attempts",
            "DELETE FROM journal WHERE phase = 'ANSWERED' AND cancellation_id = " + A_COMPLETED),
        wrong(
            "attempts",
            "INSERT INTO journal SELECT gen_random_uuid(), cancellation_id, step_id, attempt_id,"
                + " attempt, phase, outcome, detail, at FROM journal WHERE outcome = 'DONE'"
                + " AND cancellation_id = "
                + A_COMPLETED),
        wrong(
            "attempts",
            "UPDATE journal SET attempt_id = cancellation_id WHERE cancellation_id = "
                + A_COMPLETED),
        wrong("attempts", "UPDATE step SET attempt = 2 WHERE cancellation_id = " + A_COMPLETED),
        wrong("histories", "UPDATE cancellation SET state = 'COMPLETED' WHERE state = 'IN_REVIEW'"),
        wrong(
            "histories",
            "UPDATE cancellation SET completed_at = completed_at + interval '1 second' WHERE id = "
                + A_COMPLETED),
        wrong(
            "histories",
            "UPDATE audit_entry SET what = 'LOOKED_AT' WHERE what = 'HOLD_ASKED' AND subject_id = "
                + A_COMPLETED),
        wrong(
            "histories",
            "UPDATE audit_entry SET at = at + interval '1 day' WHERE what = 'BASIS_GIVEN'"),
        wrong(
            "chain",
            "UPDATE audit_entry SET body = replace(body, 'actor', 'Actor') WHERE subject_id = "
                + A_COMPLETED),
        wrong(
            "chain",
            "UPDATE audit_entry SET actor_id = 'nobody' WHERE subject_id = " + A_COMPLETED),
        wrong("chain", "DELETE FROM audit_leaf WHERE number = 3"),
        wrong("chain", "UPDATE audit_leaf SET chain = repeat('f', 64) WHERE number = 4"),
        wrong(
            "chain",
            "INSERT INTO audit_entry SELECT gen_random_uuid(), at, actor_kind, actor_id, 'X',"
                + " order_id, subject_id, body FROM audit_entry LIMIT 1"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("wrongRows")
  void a_wrong_row_in_the_books_is_seen(String statement, String sql) throws Exception {
    try (Connection connection = database.connect(Role.OWNER)) {
      connection.setAutoCommit(false);
      plant(connection, sql);
      Report report =
          new Proof(new Books(connection), new Gateway(ledger.uri(), key()), false).report();
      connection.rollback();

      assertBroken(report, statement);
    }
  }

  static Stream<Arguments> wrongPayouts() {
    return Stream.of(
        Arguments.of("payouts", payout("PAID", "amount + 1", "fiona", "now()")),
        Arguments.of("payouts", payout("PAID", "amount", "carl", "now()")),
        Arguments.of("payouts", payout("PAID", "amount", "", "now()")),
        Arguments.of("payouts", payout("PAID", "amount", "fiona", "NULL")),
        Arguments.of("payouts", payout("GRANTED", "amount", "", "now()")),
        Arguments.of(
            "payouts",
            "DROP INDEX payout_live;"
                + payout("PAID", "amount", "fiona", "now()")
                + ";"
                + payout("PAID", "amount", "fiona", "now()")),
        Arguments.of(
            "payouts",
            payout("PAID", "amount", "fiona", "now()")
                + ";UPDATE refund_part SET state = 'SUCCEEDED' WHERE state = 'FAILED'"),
        Arguments.of("payout-ledger", payout("PAID", "amount", "fiona", "now()")));
  }

  private static String payout(String state, String amount, String decided, String settled) {
    return "INSERT INTO payout (id, part_id, cancellation_id, order_id, shop, method, state, currency,"
        + " amount, same_name, chosen_by, chosen_at, decided_by, settled_at)"
        + " SELECT gen_random_uuid(), id, cancellation_id, order_id, 'linden', 'BANK_TRANSFER', '"
        + state
        + "', currency, "
        + amount
        + ", true, 'carl', now(), '"
        + decided
        + "', "
        + settled
        + " FROM refund_part WHERE state = 'FAILED' AND kind = 'REFUND' ORDER BY id LIMIT 1";
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("wrongPayouts")
  void a_wrong_payout_is_seen(String statement, String sql) throws Exception {
    try (Connection connection = database.connect(Role.OWNER);
        var bank = new org.countermand.sandbox.bank.Bank("token", null).start(0)) {
      connection.setAutoCommit(false);
      plant(connection, sql);
      Report report =
          new Proof(
                  new Books(connection),
                  new Gateway(ledger.uri(), key()),
                  new Bank(bank.uri()),
                  false)
              .report();
      connection.rollback();

      assertBroken(report, statement);
    }
  }

  static Stream<Arguments> wrongLedgers() {
    return Stream.of(
        Arguments.of("paid-ledger", change(refunds -> refunds, 9_000_000)),
        Arguments.of("refunds", change(refunds -> List.of(), 0)),
        Arguments.of("refund-sums", change(refunds -> List.of(), 0)),
        Arguments.of("refunds", change(refunds -> refunds, 1)),
        Arguments.of("refund-sums", change(refunds -> refunds, 1)),
        Arguments.of("refunds", change(refunds -> also(refunds, "", "re_by_hand"), 0)),
        Arguments.of("refund-sums", change(refunds -> also(refunds, "", "re_by_hand"), 0)),
        Arguments.of(
            "refunds", change(refunds -> also(refunds, refunds.get(0).part(), "re_twice"), 0)),
        Arguments.of("refunds", change(refunds -> List.of(failed(refunds.get(0))), 0)),
        Arguments.of("voids", voids(true, false)),
        Arguments.of("voids", voids(false, true)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("wrongLedgers")
  void a_wrong_ledger_is_seen(String statement, UnaryOperator<PaymentTold> lie) throws Exception {
    try (PaymentServer liar = serverWith(lie)) {
      assertBroken(Proof.of(options(liar.uri(), false)), statement);
    }
  }

  @Test
  void what_waits_for_a_person_is_not_over() throws SQLException {
    Report report = Proof.of(options(ledger.uri(), true));

    assertBroken(report, "ends");
    assertThat(result(report, "ends").rows()).allMatch(row -> row.contains("IN_REVIEW"));
    assertThat(report.exitCode()).isEqualTo(1);
  }

  @Test
  void of_many_wrong_rows_ten_are_shown_and_all_are_counted() throws Exception {
    try (Connection connection = database.connect(Role.OWNER)) {
      connection.setAutoCommit(false);
      plant(connection, "UPDATE document SET total = total + 1");
      Report report =
          new Proof(new Books(connection), new Gateway(ledger.uri(), key()), false).report();
      connection.rollback();

      Result shares = result(report, "shares");
      assertThat(shares.broken()).isEqualTo(shares.looked()).isGreaterThan(100);
      assertThat(shares.rows()).hasSize(10);
      assertThat(report.text()).contains("… and " + (shares.broken() - 10) + " more");
    }
  }

  @Test
  void a_ledger_that_does_not_answer_leaves_its_statements_open_and_the_exit_code_says_so()
      throws SQLException {
    Report report = Proof.of(options(URI.create("http://localhost:1"), false));

    assertThat(report.results())
        .filteredOn(result -> result.verdict() == Verdict.NOT_PROVABLE)
        .extracting(Result::id)
        .containsExactly("paid-ledger", "refunds", "refund-sums", "voids");
    assertThat(result(report, "voids").note()).contains("does not answer");
    assertThat(report.exitCode()).isEqualTo(2);
  }

  @Test
  void a_table_that_is_not_there_leaves_only_its_statements_open() throws Exception {
    try (Connection connection = database.connect(Role.OWNER)) {
      connection.setAutoCommit(false);
      plant(connection, "ALTER TABLE document_series RENAME TO elsewhere");
      Report report =
          new Proof(new Books(connection), new Gateway(ledger.uri(), key()), false).report();
      connection.rollback();

      assertThat(report.results())
          .filteredOn(result -> result.verdict() != Verdict.PROVED)
          .extracting(Result::id)
          .containsExactly("credit-numbers");
      assertThat(report.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void programs_read_the_same_as_people() throws Exception {
    Report report = Proof.of(options(ledger.uri(), true));

    JsonNode json = new ObjectMapper().readTree(report.json());

    assertThat(json.path("verdict").asText()).isEqualTo("BROKEN");
    assertThat(json.path("statements")).hasSize(STATEMENTS);
    assertThat(json.path("statements").get(0).path("id").asText()).isEqualTo("paid-ledger");
    assertThat(json.findValuesAsText("verdict")).contains("PROVED");
  }

  @Test
  void the_books_are_opened_for_reading_only() throws SQLException {
    Options options = options(ledger.uri(), false);
    try (Books books = Books.open(options.database(), options.user(), options.password())) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> books.number("UPDATE tender_account SET refunded = 0 RETURNING 1")))
          .hasMessageContaining("read-only transaction");
    }
  }

  private static Arguments wrong(String statement, String sql) {
    return Arguments.of(statement, sql);
  }

  private static void plant(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : GUARDED) {
        statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER append_only");
      }
      for (String each : sql.split(";", -1)) {
        int changed = statement.executeUpdate(each);
        assertThat(changed > 0 || each.startsWith("ALTER") || each.startsWith("DROP"))
            .as(each)
            .isTrue();
      }
    }
  }

  private static void assertBroken(Report report, String statement) {
    Result result = result(report, statement);
    assertThat(result.verdict()).as(report.text()).isEqualTo(Verdict.BROKEN);
    assertThat(result.broken()).isPositive();
    assertThat(result.rows()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    assertThat(report.exitCode()).isEqualTo(1);
  }

  private static Result result(Report report, String id) {
    return report.results().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  /** Lies about the refunds of the first payment that has one that moves. */
  private static UnaryOperator<PaymentTold> change(UnaryOperator<List<RefundTold>> lie, long more) {
    String victim =
        PAYMENTS.stream()
            .filter(payment -> payment.refunds().size() == 1 && !payment.refunds().get(0).failed())
            .findFirst()
            .orElseThrow()
            .id();
    return told ->
        told.id().equals(victim)
            ? with(
                told,
                told.voided(),
                lie.apply(told.refunds()).stream().map(r -> plus(r, more)).toList())
            : told;
  }

  private static UnaryOperator<PaymentTold> voids(boolean was, boolean says) {
    String victim =
        PAYMENTS.stream()
            .filter(payment -> !payment.captured() && payment.voided() == was)
            .findFirst()
            .orElseThrow()
            .id();
    return told -> told.id().equals(victim) ? with(told, says, told.refunds()) : told;
  }

  private static PaymentTold with(PaymentTold told, boolean voided, List<RefundTold> refunds) {
    return new PaymentTold(
        told.id(),
        told.amount(),
        told.currency(),
        told.captured(),
        voided,
        told.created(),
        refunds);
  }

  private static RefundTold plus(RefundTold refund, long more) {
    return new RefundTold(
        refund.id(), refund.amount() + more, refund.failed(), refund.part(), refund.created());
  }

  private static RefundTold failed(RefundTold refund) {
    return new RefundTold(refund.id(), refund.amount(), true, refund.part(), refund.created());
  }

  private static List<RefundTold> also(List<RefundTold> refunds, String part, String id) {
    List<RefundTold> more = new ArrayList<>(refunds);
    more.add(new RefundTold(id, 1, false, part, refunds.get(0).created()));
    return more;
  }

  private static PaymentServer serverWith(UnaryOperator<PaymentTold> telling) throws Exception {
    PaymentServer server = new PaymentServer().start(0);
    try (PaymentSeeding seeding = new PaymentSeeding(server.uri())) {
      for (PaymentTold payment : PAYMENTS) {
        seeding.payment(telling.apply(payment));
      }
    }
    return server;
  }

  private static String key() {
    return PaymentServer.API_KEY;
  }

  private static Options options(URI gateway, boolean settled) {
    return new Options(
        database.jdbcUrl(), Role.APP.user(), Role.APP.password(), gateway, key(), settled);
  }
}
