package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.plain.PlainServer;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway that neither voids nor can be asked what it did: plans adapt, and nothing stalls. */
class PlainIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Match PAYING_BACK = Match.of("POST", "^/v1/pay-backs$");

  private static World world;
  private static Books books;
  private static Shop shop;
  private static PlainServer plain;

  @BeforeAll
  static void meetTheWorld() {
    world = SharedWorld.get();
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
    plain = world.party(PlainServer.class);
  }

  @AfterEach
  void forgetFaults() {
    plain.faults().clear();
  }

  @Test
  void what_was_only_reserved_is_told_to_lapse_before_and_after_consent() {
    PlacedOrder order = place(lamps("PL-1", 2).authorized());

    JsonNode quotation = shop.quote(order, 1, 2).ok();
    assertThat(quotation.get("tenders").get(0).get("kind").asText()).isEqualTo("LAPSING");
    JsonNode done = shop.await(shop.consent(quotation).id(), "COMPLETED", SOON);

    assertThat(done.get("status").asText()).isEqualTo("RESERVATION_LAPSING");
    assertThat(done.get("refunds").get(0).get("kind").asText()).isEqualTo("LAPSING");
    assertThat(done.get("needsPerson").asBoolean()).isFalse();
    assertThat(plain.paidBack(order.payment())).isEmpty();
    assertThat(
            books.column(
                "SELECT concat_ws(' ', released, refunded) FROM tender_account"
                    + " WHERE order_id = ?::uuid",
                order.id()))
        .containsExactly("8000 0");
    List<Mail> letters = books.letters(order, address(order.number()));
    assertThat(letters)
        .anySatisfy(
            mail -> assertThat(mail.text()).contains("Die Reservierung erlischt von selbst"))
        .noneSatisfy(mail -> assertThat(mail.text()).contains("erstattet"));
  }

  @Test
  void a_part_of_a_reservation_lowers_what_may_be_taken_and_the_rest_lapses_with_the_last() {
    PlacedOrder order = place(lamps("PL-2", 2).authorized());
    JsonNode first = shop.quote(order, 1, 1).ok();
    assertThat(first.get("tenders").get(0).get("kind").asText()).isEqualTo("CEILING");
    shop.await(shop.consent(first).id(), "COMPLETED", SOON);

    JsonNode last = shop.quote(order, 1, 1).ok();

    assertThat(last.get("tenders").get(0).get("kind").asText()).isEqualTo("LAPSING");
    shop.await(shop.consent(last).id(), "COMPLETED", SOON);
    assertThat(plain.paidBack(order.payment())).isEmpty();
  }

  @Test
  void what_was_taken_is_paid_back_once() {
    PlacedOrder order = place(lamps("PT-1", 2));

    JsonNode done = shop.await(cancel(order, 1), "COMPLETED", SOON);

    assertThat(done.get("refunds").get(0).get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(plain.paidBack(order.payment())).containsExactly("40.00");
  }

  @Test
  void what_was_done_though_the_answer_was_lost_is_seen_on_the_payment_and_not_done_again() {
    PlacedOrder order = place(lamps("PU-1", 1));
    plain.faults().add(Fault.once(PAYING_BACK, new Mishap.CutAfterWork(false)));

    String id = cancel(order, 1);

    shop.await(id, "COMPLETED", SOON);
    assertThat(plain.paidBack(order.payment())).containsExactly("40.00");
    assertThat(keys(id)).hasSize(1);
    assertThat(open(id)).isEmpty();
  }

  @Test
  void of_what_nobody_knows_a_person_is_told_while_the_same_key_is_sent_again() {
    PlacedOrder order = place(lamps("PU-2", 1));
    plain.faults().add(Fault.times(1000, PAYING_BACK, new Mishap.CutBeforeWork(false)));

    String id = cancel(order, 1);

    Books.eventually(() -> open(id).contains("OUTCOME_UNCERTAIN"), SOON);
    assertThat(shop.cancellation(id).body().get("needsPerson").asBoolean()).isTrue();
    Books.eventually(() -> calls(id) >= 3, SOON);
    assertThat(keys(id)).hasSize(1);
    assertThat(plain.paidBack(order.payment())).isEmpty();

    plain.faults().clear();

    shop.await(id, "COMPLETED", SOON);
    assertThat(keys(id)).hasSize(1);
    assertThat(plain.paidBack(order.payment())).containsExactly("40.00");
    assertThat(open(id)).isEmpty();
  }

  private static PlacedOrder place(OrderDraft draft) {
    String payment = "pi_" + draft.number().replace('-', '_');
    String total = BigDecimal.valueOf(draft.total(), 2).toPlainString();
    plain.pay(payment, total, draft.isCaptured() ? total : "0", draft.currency());
    return shop.placePaid(draft.through("plain"));
  }

  private static OrderDraft lamps(String number, int units) {
    return anOrder(number)
        .by("Pia Plain", address(number))
        .line("LAMP-1", "Desk lamp", units, 4000L * units);
  }

  private static String address(String number) {
    return number.toLowerCase(Locale.ROOT) + "@plain.example";
  }

  private static String cancel(PlacedOrder order, int units) {
    return shop.consent(shop.quote(order, 1, units).ok()).id();
  }

  private static List<String> open(String id) {
    return books.column(
        "SELECT reason FROM work_item WHERE cancellation_id = ?::uuid AND closed_at IS NULL", id);
  }

  private static long calls(String id) {
    return books.count(
        "SELECT count(*) FROM journal WHERE cancellation_id = ?::uuid AND phase = 'CALLING'"
            + " AND step_id IN (SELECT id FROM step WHERE kind = 'REIMBURSE')",
        id);
  }

  private static List<String> keys(String id) {
    return books.column(
        "SELECT DISTINCT attempt_id FROM journal WHERE cancellation_id = ?::uuid"
            + " AND step_id IN (SELECT id FROM step WHERE kind = 'REIMBURSE')",
        id);
  }
}
