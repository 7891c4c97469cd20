package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.BrokenPolicy;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.Answer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.Test;

/** Nothing that is asked is lost, even when nobody can judge it. */
@SuppressWarnings("try")
class UnjudgedIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Longer than the pause between two looks at offers that have lapsed. */
  private static final Duration A_LOOK_AT_OFFERS = Duration.ofSeconds(8);

  private final World world = SharedWorld.get();
  private final Books books = new Books(world);
  private final Shop shop = new Shop(world.node().uri(), world.settings());

  @Test
  void a_declaration_is_recorded_acknowledged_and_judged_once_the_rules_are_mended() {
    PlacedOrder order = place("UJ-1");
    String id;
    try (BrokenPolicy broken = BrokenPolicy.of(world.database(), "linden")) {
      assertThat(shop.quote(order, 1, 1).status()).as("nothing can be judged").isEqualTo(500);

      Answer answer = shop.declare(order, 1, 1, "uj-1");
      id = answer.id();

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.body().get("state").asText()).isEqualTo("RECEIVED");
      assertThat(answer.body().get("status").asText()).isEqualTo("RECEIVED");
      assertThat(shop.declare(order, 1, 1, "uj-1").id()).as("the same key").isEqualTo(id);
      assertThat(shop.declare(order, 1, 1, "uj-1-again").id()).as("another key").isEqualTo(id);
      assertRecorded(order, id, 2);
    }

    shop.await(id, "COMPLETED", SOON);

    assertThat(books.refunds(order)).singleElement().matches(r -> r.get("amount").asLong() == 4000);
    assertThat(openItems(id)).isZero();
    assertThat(shop.declare(order, 1, 1, "uj-1").id()).isEqualTo(id);
    assertThat(
            books.column(
                "SELECT actor_id || ' ' || what FROM audit_entry WHERE subject_id = ?::uuid"
                    + " ORDER BY id LIMIT 4",
                id))
        .containsExactly(
            "linden-shop RECEIVED",
            "linden-shop NEEDS_PERSON_NOT_JUDGED",
            "reconciler ALLOWED",
            "reconciler BASIS_GIVEN");
    assertThat(books.letters(order, address("UJ-1"))).hasSize(2);
  }

  @Test
  void a_consent_whose_amounts_have_changed_meanwhile_is_asked_for_again() throws Exception {
    PlacedOrder order = place("UJ-2");
    JsonNode offer = shop.quote(order, 1, 1).ok();
    // Now nothing remains but the lamp, and with it goes the delivery.
    shop.await(shop.declare(order, 2, 3, "uj-2").id(), "COMPLETED", SOON);
    long before = books.refunds(order).size();
    String id;
    try (BrokenPolicy broken = BrokenPolicy.of(world.database(), "linden")) {
      Answer answer = shop.consent(offer);
      id = answer.id();
      assertThat(answer.body().get("state").asText()).isEqualTo("RECEIVED");
      assertThat(shop.consent(offer).id()).as("the same consent").isEqualTo(id);
      assertThat(books.count("SELECT count(*) FROM consent WHERE order_id = ?::uuid", order.id()))
          .isEqualTo(1);
      hasWaitedForAnHour(id);
    }

    JsonNode quoted = shop.await(id, "QUOTED", SOON);
    Thread.sleep(A_LOOK_AT_OFFERS.toMillis());

    assertThat(shop.cancellation(id).body().get("state").asText())
        .as("the offer is young, however long the request has waited")
        .isEqualTo("QUOTED");
    assertThat(
            books.column(
                "SELECT amount::text FROM cancellation WHERE id = ?::uuid AND asked_with <>"
                    + " quotation_id",
                id))
        .containsExactly("4490");
    assertThat(quoted.get("needsPerson").asBoolean()).isFalse();
    assertThat(openItems(id)).isZero();
    assertThat(books.refunds(order)).as("nobody has agreed").hasSize((int) before);
  }

  @Test
  void what_can_be_refused_for_what_it_is_is_refused_and_not_recorded() {
    PlacedOrder order = place("UJ-3");
    try (BrokenPolicy broken = BrokenPolicy.of(world.database(), "linden")) {
      assertThat(shop.declare(order, 1, 7, "uj-3").code()).isEqualTo("QUANTITY_TOO_LARGE");
      assertThat(
              shop.post("cancellations", Shop.consentBody(quotationOfNobody(order)), Map.of())
                  .code())
          .isEqualTo("QUOTATION_UNKNOWN");
    }
    assertThat(
            books.count("SELECT count(*) FROM cancellation WHERE order_id = ?::uuid", order.id()))
        .isZero();
  }

  private void assertRecorded(PlacedOrder order, String id, long requests) {
    assertThat(shop.cancellation(id).body().get("needsPerson").asBoolean()).isTrue();
    assertThat(
            books.column(
                "SELECT reason || ' ' || next_action FROM work_item"
                    + " WHERE cancellation_id = ?::uuid AND closed_at IS NULL",
                id))
        .containsExactly("NOT_JUDGED JUDGE_AGAIN");
    assertThat(
            books.count("SELECT count(*) FROM request_record WHERE cancellation_id = ?::uuid", id))
        .isEqualTo(requests);
    assertThat(books.count("SELECT count(*) FROM step WHERE cancellation_id = ?::uuid", id))
        .isZero();
    assertThat(books.count("SELECT count(*) FROM unit_claim WHERE cancellation_id = ?::uuid", id))
        .isZero();
    assertThat(books.refunds(order)).as("no money has moved").isEmpty();
    assertThat(books.movements(order, "hold")).as("nobody was asked").isEmpty();
    assertThat(books.letters(order, address(order.number())))
        .singleElement()
        .extracting(Mail::text)
        .asString()
        .contains("Wir prüfen Ihre Anfrage jetzt")
        .doesNotContain("Lager");
  }

  private PlacedOrder place(String number) {
    return shop.place(
        anOrder(number)
            .by("Ute Urteil", address(number))
            .line("LAMP-1", "Desk lamp", 1, 4000)
            .line("MUG-1", "Mug", 3, 1001)
            .shipping(490));
  }

  private static String address(String number) {
    return number.toLowerCase(Locale.ROOT) + "@unjudged.example";
  }

  private static JsonNode quotationOfNobody(PlacedOrder order) {
    var body = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    body.put("order", order.id());
    body.put("id", java.util.UUID.randomUUID().toString());
    body.put("digest", "0".repeat(64));
    body.putObject("disclosure").put("digest", "0".repeat(64));
    return body;
  }

  private void hasWaitedForAnHour(String id) throws SQLException {
    try (Connection connection = world.database().connect(Role.OWNER);
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE cancellation SET received_at = received_at - interval '1 hour'"
                    + " WHERE id = ?::uuid")) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }

  private long openItems(String id) {
    return books.count(
        "SELECT count(*) FROM work_item WHERE cancellation_id = ?::uuid AND closed_at IS NULL", id);
  }
}
