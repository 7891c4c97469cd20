package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund waits because somebody paid back by hand; a person says what that one was for. */
class ElsewhereDecisionIT {

  private final Backstage backstage = new Backstage();
  private final JsonClient dashboard =
      new JsonClient(backstage.world().settings().payment(), Settings.STRIPE_KEY);
  private PlacedOrder order;
  private String cancellation;
  private PlainAgent lena;

  @BeforeEach
  void nobodyHasLoggedInTooOften() {
    backstage.forgetTries();
    lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);
  }

  @Test
  void what_was_given_back_for_this_is_counted_and_nothing_is_paid_again() {
    waitsBehind(4000);

    Answer done = press("elsewhere-count");

    assertThat(done.location()).contains("done=elsewhere");
    backstage.awaitState(cancellation, "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(4000);
    assertThat(part()).isEqualTo("SUCCEEDED 4000 0");
    // Looked at again, it still is ours.
    backstage.change(
        "INSERT INTO gateway_question (gateway, reference, part, due_at)"
            + " VALUES ('stripe', ?, '', now()) ON CONFLICT DO NOTHING",
        order.payment());
    until(
        () ->
            backstage.number(
                    "SELECT count(*) FROM gateway_question WHERE reference = ?", order.payment())
                == 0);
    assertThat(part()).isEqualTo("SUCCEEDED 4000 0");
    assertThat(open()).isEmpty();
    assertThat(
            backstage.query(
                "SELECT actor_id FROM audit_entry WHERE subject_id = CAST(? AS uuid)"
                    + " AND what = 'COUNTED_ELSEWHERE'",
                cancellation))
        .isEqualTo("agent-lena");
  }

  @Test
  void a_refund_of_another_amount_cannot_stand_for_it() {
    waitsBehind(3999);

    Answer refused = press("elsewhere-count");

    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body()).contains("Money of this payment has been given back elsewhere.");
    assertThat(part()).isEqualTo("REQUESTED 0 3999");

    assertThat(press("elsewhere-give-up").location()).contains("done=elsewhere");
    backstage.awaitState(cancellation, "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(3999);
    assertThat(part()).isEqualTo("FAILED 0 3999");
    assertThat(open()).isEqualTo("REFUND_FAILED");
  }

  private void waitsBehind(long byHand) {
    order = backstage.place(Backstage.order("ELSE").line("LAMP-1", "Desk lamp", 1, 4000));
    post(
        new JsonClient(backstage.world().settings().warehouse(), null),
        "/control/behaviour",
        "{\"order\":\"%s\",\"answer\":\"late\",\"delayMs\":3000}".formatted(order.number()));
    cancellation = backstage.declare(order, 1, 1);
    post(dashboard, "/v1/refunds", "payment_intent=" + order.payment() + "&amount=" + byHand);
    until(
        () ->
            backstage.number(
                    "SELECT count(*) FROM step s JOIN external_refund e ON e.order_id ="
                        + " CAST(? AS uuid) WHERE s.cancellation_id = CAST(? AS uuid)"
                        + " AND s.note = 'REFUNDED_ELSEWHERE' AND s.state = 'PENDING'",
                    order.id(),
                    cancellation)
                == 1);
  }

  private Answer press(String button) {
    return lena.post(
        lena.get("/agent/cancellation.xhtml?id=" + cancellation).formWith(button).pressed(button));
  }

  private String part() {
    return backstage.query(
        "SELECT concat_ws(' ', p.state, a.refunded, a.external) FROM refund_part p"
            + " JOIN tender_account a ON a.tender_id = p.tender_id"
            + " WHERE p.cancellation_id = CAST(? AS uuid)",
        cancellation);
  }

  private String open() {
    return backstage.query(
        "SELECT coalesce(string_agg(reason, ' '), '') FROM work_item"
            + " WHERE cancellation_id = CAST(? AS uuid) AND closed_at IS NULL",
        cancellation);
  }

  private static void until(BooleanSupplier so) {
    long end = System.nanoTime() + Backstage.PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("It did not become so").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static void post(JsonClient client, String path, String body) {
    try {
      client.post(path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
