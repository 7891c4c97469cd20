package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.countermand.kernel.Ids;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody gives money back in the gateway's dashboard; we learn of it and never pay beyond it. */
class ElsewhereIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static World world;
  private static Books books;
  private static Shop shop;
  private static JsonClient dashboard;

  @BeforeAll
  static void meetTheWorld() {
    world = SharedWorld.get();
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
    dashboard = new JsonClient(world.settings().payment(), Settings.STRIPE_KEY);
  }

  @AfterEach
  void forgetFaults() {
    world.party(PaymentServer.class).faults().clear();
  }

  @Test
  void a_refund_by_hand_lowers_what_the_next_quotation_can_promise() {
    PlacedOrder order = lamps("EH-1", 3);

    String refund = refundByHand(order, 5000, "");

    Books.eventually(() -> external(order) == 5000);
    assertThat(
            books.column(
                "SELECT amount || ' ' || state || ' ' || currency FROM external_refund"
                    + " WHERE reference = ?",
                refund))
        .containsExactly("5000 SUCCEEDED EUR");
    assertThat(
            books.column(
                "SELECT actor_kind FROM audit_entry WHERE order_id = ?::uuid"
                    + " AND what = 'REFUNDED_ELSEWHERE'",
                order.id()))
        .containsExactly("SYSTEM");
    assertThat(shop.quote(order, 1, 2).status()).isEqualTo(409);
    String id = cancel(order, 1);
    shop.await(id, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactlyInAnyOrder(5000L, 4000L);
    assertThat(shop.quote(order, 1, 2).status()).isEqualTo(409);
  }

  @Test
  void what_no_longer_fits_is_not_paid_until_there_is_room_again() {
    PlacedOrder order = lamps("EP-1", 1);
    holdLate(order);
    String id = cancel(order, 1);

    String byHand = refundByHand(order, 1000, "");

    Books.eventually(() -> notes(id).contains("REFUNDED_ELSEWHERE"), SOON);
    assertThat(open(id)).containsExactly("REFUNDED_ELSEWHERE");
    assertThat(refunded(order)).containsExactly(1000L);
    assertThat(
            books.count("SELECT refunded FROM tender_account WHERE order_id = ?::uuid", order.id()))
        .isZero();

    books.tellGateway("/control/refunds/" + byHand, "{\"status\":\"failed\"}");
    hasten(id);

    shop.await(id, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactlyInAnyOrder(1000L, 4000L);
    assertThat(external(order)).isZero();
  }

  @Test
  void who_pays_back_while_ours_is_on_the_wire_leaves_nothing_for_it() {
    PlacedOrder order = lamps("ER-1", 1);
    world
        .party(PaymentServer.class)
        .faults()
        .add(Fault.once(refundOf(order), new Mishap.Delay(2_000)));
    int mishaps = world.party(PaymentServer.class).faults().fired();
    String id = cancel(order, 1);
    Books.eventually(() -> world.party(PaymentServer.class).faults().fired() > mishaps, SOON);

    refundByHand(order, 4000, "");

    Books.eventually(() -> notes(id).contains("REFUNDED_ELSEWHERE"), SOON);
    assertThat(open(id)).containsExactly("REFUNDED_ELSEWHERE");
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(shop.cancellation(id).body().get("refunds").get(0).get("state").asText())
        .isEqualTo("SUBMITTED");
    assertThat(external(order)).isEqualTo(4000);
    assertThat(
            books.count("SELECT refunded FROM tender_account WHERE order_id = ?::uuid", order.id()))
        .isZero();
    assertThat(
            books.count(
                "SELECT count(*) FROM work_item WHERE cancellation_id = ?::uuid"
                    + " AND next_action = 'REFUND_ANOTHER_WAY'",
                id))
        .isZero();
  }

  @Test
  void the_database_itself_refuses_to_begin_what_is_not_there_to_be_given() {
    PlacedOrder order = lamps("ED-1", 2);
    refundByHand(order, 5000, "");
    Books.eventually(() -> external(order) == 5000);

    String begun =
        "UPDATE tender_account SET refunded = refunded + 3001 WHERE order_id = ?::uuid RETURNING 1";
    assertThat(catchThrowable(() -> books.column(begun, order.id())))
        .hasRootCauseInstanceOf(SQLException.class)
        .rootCause()
        .hasMessageContaining("would give back more than was taken");
  }

  @Test
  void a_refund_with_a_part_of_ours_that_we_do_not_know_is_counted_and_told() {
    PlacedOrder order = lamps("EO-1", 2);
    String id = cancel(order, 1);
    shop.await(id, "COMPLETED", SOON);
    String stranger = Ids.next().toString();

    String refund = refundByHand(order, 1000, stranger);

    Books.eventually(() -> external(order) == 1000);
    assertThat(
            books.column(
                "SELECT kind || ' ' || part || ' ' || there FROM reconciliation_difference"
                    + " WHERE reference = ? AND resolved_at IS NULL",
                refund))
        .containsExactly("MISSING_HERE " + stranger + " 1000");
    books.tellGateway("/control/refunds/" + refund, "{\"status\":\"failed\"}");
    Books.eventually(
        () ->
            books.count(
                    "SELECT count(*) FROM reconciliation_difference WHERE reference = ?"
                        + " AND resolved_at IS NULL",
                    refund)
                == 0);
    assertThat(external(order)).isZero();
  }

  @Test
  void treasury_is_told_while_the_balance_does_not_cover_a_refund_and_the_bank_s_number_is_shown() {
    PlacedOrder order = lamps("EF-1", 1);
    books.tellGateway(
        "/control/refund-outcome",
        "{\"status\":\"pending\",\"pendingReason\":\"insufficient_funds\",\"forPaymentIntent\":\"%s\"}"
            .formatted(order.payment()));
    String id = cancel(order, 1);
    shop.await(id, "COMPLETED", SOON);
    Books.eventually(() -> open(id).contains("FUNDS_MISSING"));
    JsonNode waiting = shop.cancellation(id).body().get("refunds").get(0);
    assertThat(waiting.get("state").asText()).isEqualTo("PENDING");
    assertThat(waiting.get("pendingReason").asText()).isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(waiting.has("networkReference")).isFalse();

    String refund = books.refunds(order).get(0).get("id").asText();
    books.tellGateway("/control/refunds/" + refund, "{\"status\":\"succeeded\"}");

    Books.eventually(() -> open(id).isEmpty());
    JsonNode paid = shop.cancellation(id).body().get("refunds").get(0);
    assertThat(paid.get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(paid.get("networkReference").asText()).matches("\\d{23}");
    assertThat(paid.has("pendingReason")).isFalse();
  }

  private static PlacedOrder lamps(String number, int units) {
    return shop.place(
        anOrder(number)
            .by("Ella Elsewhere", number.toLowerCase(Locale.ROOT) + "@elsewhere.example")
            .line("LAMP-1", "Desk lamp", units, 4000L * units));
  }

  private static String cancel(PlacedOrder order, int units) {
    return shop.consent(shop.quote(order, 1, units).ok()).id();
  }

  /** In the dashboard nobody gives a part; another installation of ours would. */
  private static String refundByHand(PlacedOrder order, long amount, String part) {
    try {
      String mark = part.isEmpty() ? "" : "&metadata[countermand_part]=" + part;
      return Json.read(
              dashboard
                  .post(
                      "/v1/refunds",
                      "payment_intent=" + order.payment() + "&amount=" + amount + mark)
                  .body(),
              JsonNode.class)
          .get("id")
          .asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void holdLate(PlacedOrder order) {
    books.tellWarehouse(
        "/control/behaviour",
        "{\"order\":\"%s\",\"answer\":\"late\",\"delayMs\":3000}".formatted(order.number()));
  }

  private static Match refundOf(PlacedOrder order) {
    return new Match("POST", "^/v1/refunds$", order.payment());
  }

  private static long external(PlacedOrder order) {
    return books.count(
        "SELECT coalesce(sum(external), 0) FROM tender_account WHERE order_id = ?::uuid",
        order.id());
  }

  private static List<Long> refunded(PlacedOrder order) {
    return books.refunds(order).stream().map(refund -> refund.get("amount").asLong()).toList();
  }

  private static List<String> notes(String id) {
    return books.column("SELECT note FROM step WHERE cancellation_id = ?::uuid", id);
  }

  private static List<String> open(String id) {
    return books.column(
        "SELECT reason FROM work_item WHERE cancellation_id = ?::uuid AND closed_at IS NULL", id);
  }

  private static void hasten(String id) {
    Books.eventually(
        () ->
            !books
                .column(
                    "UPDATE step SET due_at = now() WHERE cancellation_id = ?::uuid"
                        + " AND owner IS NULL AND note = 'REFUNDED_ELSEWHERE' RETURNING 1",
                    id)
                .isEmpty());
  }
}
