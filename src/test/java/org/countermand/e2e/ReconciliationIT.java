package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A day of the gateway's own list held against our books, both ways, by an agent's button. */
class ReconciliationIT {

  /** Long over, wherever on earth this runs, and no other test's. */
  private LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(40);

  private final Backstage backstage = new Backstage();
  private final JsonClient gateway =
      new JsonClient(backstage.world().settings().payment(), Settings.STRIPE_KEY);

  @BeforeEach
  void nobodyHasLoggedInTooOften() {
    backstage.forgetTries();
  }

  @Test
  void a_day_is_compared_both_ways_and_what_agrees_again_is_resolved() {
    String exact = refundedPart("RC-EXACT");
    String wrong = refundedPart("RC-WRONG");
    OrderDraft foreign = lamp("RC-HAND");
    String payment = "pi_" + foreign.number().replaceAll("[^A-Za-z0-9]", "_");
    String stranger = UUID.randomUUID().toString();
    seed("pi_then_" + tail(payment), refund("re_e_", payment, 4000, exact));
    seed("pi_else_" + tail(payment), refund("re_w_", payment, 3999, wrong));
    seed(payment, refund("re_o_", payment, 70, stranger) + "," + refund("re_h_", payment, 30, ""));
    PlacedOrder order = backstage.shop().placePaid(foreign);
    isOfThatDay(exact, "re_e_" + tail(payment));
    isOfThatDay(wrong, "re_w_" + tail(payment));
    String cancellation = waiting();
    String missing = part(cancellation);
    backstage.change(
        "UPDATE refund_part SET state = 'SUCCEEDED', reserved = true, reference = 're_gone',"
            + " submitted_at = CAST(? AS timestamptz) WHERE id = CAST(? AS uuid)",
        day + "T12:00:00Z",
        missing);
    PlainAgent lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);

    compare(lena);

    assertThat(run())
        .as("listed, ours, elsewhere, differences, settled, exact")
        .isEqualTo("4 2 2 3 2 1");
    assertThat(differences())
        .isEqualTo("AMOUNT_DIFFERS 4000 3999, MISSING_HERE 70, MISSING_THERE 4000");
    assertThat(open(cancellation)).isEqualTo("BOOKS_DIFFER");
    until(() -> external(order) == 100);
    Answer page = lena.get("/agent/money.xhtml");
    assertThat(page.body()).contains("50%", cancellation, "Our books do not have it");

    // The part is put back as it was, and the stranger's refund fails.
    backstage.change(
        "UPDATE refund_part SET state = 'REQUESTED', reserved = false, reference = '',"
            + " submitted_at = NULL WHERE id = CAST(? AS uuid)",
        missing);
    post("/control/refunds/re_o_" + tail(payment), "{\"status\":\"failed\"}");
    compare(lena);

    assertThat(run()).isEqualTo("4 2 2 1 2 1");
    assertThat(differences()).isEqualTo("AMOUNT_DIFFERS 4000 3999");
    assertThat(open(cancellation)).isEqualTo("");
    until(() -> external(order) == 30);
  }

  @Test
  @Tag("soak")
  void a_node_that_is_killed_while_it_compares_leaves_the_day_to_another_which_counts_once() {
    day = day.minusDays(3);
    String exact = refundedPart("RC-KILL");
    OrderDraft foreign = lamp("RC-KILL-HAND");
    String payment = "pi_" + foreign.number().replaceAll("[^A-Za-z0-9]", "_");
    seed("pi_then_" + tail(payment), refund("re_e_", payment, 4000, exact));
    seed(
        payment,
        refund("re_o_", payment, 70, UUID.randomUUID().toString())
            + ","
            + refund("re_h_", payment, 30, ""));
    PlacedOrder order = backstage.shop().placePaid(foreign);
    isOfThatDay(exact, "re_e_" + tail(payment));
    PlainAgent lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);
    Answer.Form form = form(lena).with("day", day.toString()).with("compare", "1");
    backstage
        .world()
        .party(PaymentServer.class)
        .faults()
        .add(
            Fault.once(
                Match.of("GET", "^/v1/refunds$"), new Mishap.KillCaller(Mishap.When.AFTER_WORK)));
    try {
      try {
        lena.post(form);
      } catch (RuntimeException died) {
        // The node may die before it has answered; that the day is due is written down before.
        assertThat(died).hasRootCauseInstanceOf(IOException.class);
      }
      until(() -> backstage.world().nodes().stream().filter(Node::isRunning).count() == 1);

      // Whoever lives looks once a minute what is due.
      until(() -> !finished().isEmpty(), Duration.ofMinutes(3));
    } finally {
      backstage.world().party(PaymentServer.class).faults().clear();
      backstage.world().nodes().stream().filter(node -> !node.isRunning()).forEach(Node::restart);
    }

    assertThat(run())
        .as("listed, ours, elsewhere, differences, settled, exact")
        .isEqualTo("3 1 2 1 1 1");
    assertThat(differences()).isEqualTo("MISSING_HERE 70");
    until(() -> external(order) == 100);
  }

  @Test
  void a_day_that_is_not_over_or_no_day_is_not_compared() {
    PlainAgent lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);
    for (String typed :
        new String[] {
          LocalDate.now(ZoneOffset.UTC).plusDays(1).toString(), "yesterday", "", "0000-00-00"
        }) {
      Answer answer = lena.post(form(lena).with("day", typed).with("compare", "1"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Choose a day that is over.");
    }
    Answer forged =
        lena.post(
            form(lena)
                .with("gateway", "elsewhere")
                .with("day", day.minusDays(1).toString())
                .with("compare", "1"));
    assertThat(forged.body()).contains("Choose a day that is over.");
    assertThat(
            backstage.number(
                "SELECT count(*) FROM reconciliation_run WHERE day = CAST(? AS date)",
                day.minusDays(1).toString()))
        .isZero();
  }

  @Test
  void who_may_only_look_sees_nothing_of_the_money() {
    PlainAgent carl = new PlainAgent(backstage.world().node()).logsIn(Accounts.CLERK);
    assertThat(carl.get("/agent/money.xhtml").status()).isEqualTo(404);
    assertThat(carl.get("/agent/").body()).doesNotContain("money.xhtml");
  }

  private static void until(BooleanSupplier so) {
    until(so, Backstage.PATIENCE);
  }

  private static void until(BooleanSupplier so, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("It did not become so").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private void compare(PlainAgent agent) {
    String before = finished();
    Answer answer = agent.post(form(agent).with("day", day.toString()).with("compare", "1"));
    assertThat(answer.location()).contains("done=again");
    // While it is due again, nothing is finished.
    until(() -> !finished().isEmpty() && !finished().equals(before));
  }

  private static Answer.Form form(PlainAgent agent) {
    return agent.get("/agent/money.xhtml").formWith("compare").with("gateway", "stripe");
  }

  private String finished() {
    return backstage.query(
        "SELECT coalesce(max(finished_at)::text, '') FROM reconciliation_run"
            + " WHERE day = CAST(? AS date) AND state = 'DONE'",
        day.toString());
  }

  private String run() {
    return backstage.query(
        "SELECT concat_ws(' ', listed, ours, elsewhere, differences, settled, exact)"
            + " FROM reconciliation_run WHERE day = CAST(? AS date)",
        day.toString());
  }

  private String differences() {
    return backstage.query(
        "SELECT string_agg(concat_ws(' ', kind, booked, there), ', ' ORDER BY kind)"
            + " FROM reconciliation_difference WHERE day = CAST(? AS date) AND resolved_at IS NULL",
        day.toString());
  }

  private String open(String cancellation) {
    return backstage.query(
        "SELECT coalesce(string_agg(reason, ' '), '') FROM work_item"
            + " WHERE cancellation_id = CAST(? AS uuid) AND closed_at IS NULL"
            + " AND reason = 'BOOKS_DIFFER'",
        cancellation);
  }

  private long external(PlacedOrder order) {
    return backstage.number(
        "SELECT coalesce(sum(external), 0) FROM tender_account WHERE order_id = CAST(? AS uuid)",
        order.id());
  }

  private static OrderDraft lamp(String name) {
    return Backstage.order(name).line("LAMP-1", "Desk lamp", 1, 4000);
  }

  /** A cancellation that is over; gives its part. */
  private String refundedPart(String name) {
    String cancellation = backstage.declare(backstage.place(lamp(name)), 1, 1);
    backstage.awaitState(cancellation, "COMPLETED");
    return part(cancellation);
  }

  /** A cancellation whose warehouse never answers. */
  private String waiting() {
    PlacedOrder order = backstage.place(lamp("RC-GONE"));
    try {
      new JsonClient(backstage.world().settings().warehouse(), null)
          .post(
              "/control/behaviour",
              "{\"order\":\"%s\",\"answer\":\"never\"}".formatted(order.number()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String cancellation = backstage.declare(order, 1, 1);
    backstage.awaitState(cancellation, "HOLDING");
    return cancellation;
  }

  private String part(String cancellation) {
    return backstage.query(
        "SELECT id FROM refund_part WHERE cancellation_id = CAST(? AS uuid)", cancellation);
  }

  private void isOfThatDay(String part, String reference) {
    backstage.change(
        "UPDATE refund_part SET reference = ?, submitted_at = CAST(? AS timestamptz)"
            + " WHERE id = CAST(? AS uuid)",
        reference,
        day + "T12:00:00Z",
        part);
  }

  private void seed(String payment, String refunds) {
    post(
        "/control/seed",
        "[{\"id\":\"%s\",\"amount\":4000,\"currency\":\"eur\",\"refunds\":[%s]}]"
            .formatted(payment, refunds));
  }

  private String refund(String prefix, String payment, long amount, String part) {
    String metadata = part.isEmpty() ? "{}" : "{\"countermand_part\":\"" + part + "\"}";
    return "{\"id\":\"%s\",\"amount\":%d,\"failed\":false,\"created\":%d,\"metadata\":%s}"
        .formatted(
            prefix + tail(payment),
            amount,
            day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC),
            metadata);
  }

  private static String tail(String payment) {
    return payment.substring(payment.lastIndexOf('_') + 1);
  }

  private void post(String path, String json) {
    try {
      gateway.post(path, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
