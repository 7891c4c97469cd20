package org.countermand.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.function.Consumer;
import org.countermand.api.json.Json;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.RefundAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBodyTest {

  private static final ObjectMapper PLAIN =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final String EVERYTHING =
      """
      {
        "shop": "nordlicht",
        "legalEntity": "Nordlicht GmbH",
        "channel": "web",
        "number": "N-1001",
        "refundAuthority": "MARKETPLACE",
        "buyer": {
          "kind": "BUSINESS",
          "name": "Zoë O'Brien <b>",
          "email": "zoe@example.org",
          "residence": {"country": "US", "region": "CA"},
          "locale": "de-AT",
          "segment": "gold",
          "taxId": "US-1"
        },
        "currency": "EUR",
        "priceBasis": "NET",
        "placedAt": "2026-11-20T09:30:00.123456Z",
        "promisedOn": "2026-11-27",
        "invoice": {
          "number": "I-7",
          "issuedOn": "2026-11-20",
          "suppliedOn": "2026-11-21",
          "sellerTaxId": "DE123456789"
        },
        "cheapestDelivery": {"minor": 390, "currency": "EUR"},
        "lines": [
          {
            "sku": "MUG",
            "description": "Mug",
            "itemClass": "PERSONALISED",
            "evidence": "engraving-2: I know that it cannot be returned.\\nAgreed.",
            "quantity": 3,
            "goods": {"minor": 3000, "currency": "EUR"},
            "discounts": [
              {"code": "AUTUMN", "amount": {"minor": -300, "currency": "EUR"}}
            ],
            "taxes": [
              {
                "authority": "DE-VAT",
                "ratePercent": "19",
                "amount": {"minor": 513, "currency": "EUR"}
              }
            ]
          },
          {
            "sku": "TEA",
            "description": "Tea",
            "itemClass": "GOODS",
            "evidence": "",
            "quantity": 1,
            "goods": {"minor": 500, "currency": "EUR"},
            "discounts": [],
            "taxes": []
          }
        ],
        "charges": [
          {"kind": "SHIPPING", "amount": {"minor": 490, "currency": "EUR"}, "taxes": []}
        ],
        "tenders": [
          {
            "kind": "CARD",
            "gateway": "stripe",
            "reference": "pi_1",
            "label": "Visa •••• 4242",
            "authorized": {"minor": 4203, "currency": "EUR"},
            "captured": {"minor": 0, "currency": "EUR"}
          }
        ],
        "fulfilments": [
          {"warehouse": "depot", "stage": "ALLOCATED", "lines": [1, 2]}
        ]
      }
      """;

  @Test
  void an_order_comes_back_as_it_was_brought() throws JsonProcessingException {
    NewOrder order = accepted(EVERYTHING, "nordlicht");

    assertThat(order.findings()).isEmpty();
    JsonNode answer = PLAIN.valueToTree(OrderAnswer.of(order.order()));
    assertContains(answer, PLAIN.readTree(EVERYTHING), "");
  }

  @Test
  void an_answer_adds_ids_free_units_decimals_and_the_total() {
    Order order = accepted(EVERYTHING, "nordlicht").order();

    JsonNode answer = PLAIN.valueToTree(OrderAnswer.of(order));

    assertThat(answer.at("/id").asText()).isEqualTo(order.id().toString());
    assertThat(answer.at("/lines/0/id").asText()).isEqualTo(order.lines().get(0).id().toString());
    assertThat(answer.at("/lines/0/free").asInt()).isEqualTo(3);
    assertThat(answer.at("/total").toString())
        .isEqualTo("{\"minor\":4203,\"currency\":\"EUR\",\"decimal\":\"42.03\"}");
  }

  @Test
  void the_payload_is_the_exact_text() {
    assertThat(accepted(EVERYTHING, "nordlicht").payload()).isEqualTo(EVERYTHING);
  }

  @Test
  void what_may_be_absent_has_a_plain_meaning() {
    String body =
        changed(
            order -> {
              order.remove(
                  List.of(
                      "shop",
                      "refundAuthority",
                      "promisedOn",
                      "invoice",
                      "cheapestDelivery",
                      "charges"));
              ((ObjectNode) order.at("/lines/0")).remove(List.of("itemClass", "evidence"));
              ((ObjectNode) order.at("/tenders/0")).remove("captured");
              ((ObjectNode) order.at("/fulfilments/0")).remove("stage");
            });

    Order order = accepted(body, "nordlicht").order();

    assertThat(order.shop()).isEqualTo("nordlicht");
    assertThat(order.refundAuthority()).isEqualTo(RefundAuthority.OURS);
    assertThat(order.invoice().number()).isEmpty();
    assertThat(order.cheapestDelivery()).isEqualTo(Money.of(0, "EUR"));
    assertThat(order.charges()).isEmpty();
    assertThat(order.lines().get(0).itemClass()).isEqualTo(ItemClass.GOODS);
    assertThat(order.tenders().get(0).captured()).isEqualTo(Money.of(0, "EUR"));
    assertThat(order.fulfilments().get(0).stage()).isEqualTo(FulfilmentStage.NOT_STARTED);
  }

  @Test
  void a_partner_brings_orders_of_his_own_shop_only() {
    assertThat(refused(EVERYTHING, "südwind"))
        .containsExactly(Finding.of(ReasonCode.FIELD_INVALID, "field", "shop"));
  }

  @Test
  void who_is_bound_to_no_shop_has_to_name_one() {
    String nameless = changed(order -> order.remove("shop"));

    assertThat(accepted(EVERYTHING, Actor.EVERY_SHOP).order().shop()).isEqualTo("nordlicht");
    assertThat(refused(nameless, Actor.EVERY_SHOP))
        .containsExactly(Finding.of(ReasonCode.FIELD_MISSING, "field", "shop"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/legalEntity | null | FIELD_MISSING | legalEntity",
        "/legalEntity | \"  \" | FIELD_MISSING | legalEntity",
        "/channel | \"a\\u0000b\" | FIELD_INVALID | channel",
        "/number | \"a\\u0085b\" | FIELD_INVALID | number",
        "/currency | null | FIELD_MISSING | currency",
        "/currency | \"EURO\" | FIELD_INVALID | currency",
        "/currency | \"eur\" | FIELD_INVALID | currency",
        "/currency | \"XAU\" | FIELD_INVALID | currency",
        "/priceBasis | null | FIELD_MISSING | priceBasis",
        "/placedAt | \"2026-11-20\" | FIELD_INVALID | placedAt",
        "/placedAt | \"+999999999-01-01T00:00:00Z\" | FIELD_INVALID | placedAt",
        "/promisedOn | \"2026-02-30\" | FIELD_INVALID | promisedOn",
        "/promisedOn | \"-0001-01-01\" | FIELD_INVALID | promisedOn",
        "/buyer | null | FIELD_MISSING | buyer",
        "/buyer/name | \"Zoë\\nBcc: all@example.org\" | FIELD_INVALID | buyer.name",
        "/buyer/name | \"\\ud83d\" | FIELD_INVALID | buyer.name",
        "/buyer/email | null | FIELD_MISSING | buyer.email",
        "/buyer/email | \"zoe\" | FIELD_INVALID | buyer.email",
        "/buyer/email | \"a@b@c.de\" | FIELD_INVALID | buyer.email",
        "/buyer/email | \"a@b.de,c@d.de\" | FIELD_INVALID | buyer.email",
        "/buyer/residence | null | FIELD_MISSING | buyer.residence",
        "/buyer/residence/country | \"XX\" | FIELD_INVALID | buyer.residence.country",
        "/buyer/residence/country | \"de\" | FIELD_INVALID | buyer.residence.country",
        "/buyer/residence/region | \"California\" | FIELD_INVALID | buyer.residence.region",
        "/buyer/locale | \"de_DE\" | FIELD_INVALID | buyer.locale",
        "/buyer/locale | \"\" | FIELD_INVALID | buyer.locale",
        "/invoice/issuedOn | \"20.11.2026\" | FIELD_INVALID | invoice.issuedOn",
        "/lines/1/sku | null | FIELD_MISSING | lines[2].sku",
        "/lines/1/quantity | null | FIELD_MISSING | lines[2].quantity",
        "/lines/1/goods | null | FIELD_MISSING | lines[2].goods",
        "/lines/1/goods/minor | null | FIELD_MISSING | lines[2].goods.minor",
        "/lines/1/goods/minor | -1 | FIELD_INVALID | lines[2].goods.minor",
        "/lines/1/goods/minor | 9223372036854775807 | FIELD_INVALID | lines[2].goods.minor",
        "/lines/1/goods/currency | \"USD\" | CURRENCY_MISMATCH | lines[2].goods.currency",
        "/lines/0/discounts/0/amount/minor | 300 | FIELD_INVALID | lines[1].discounts[1].amount.minor",
        "/lines/0/taxes/0/ratePercent | \"19%\" | FIELD_INVALID | lines[1].taxes[1].ratePercent",
        "/lines/0/taxes/0/ratePercent | \"1e9\" | FIELD_INVALID | lines[1].taxes[1].ratePercent",
        "/lines/0/taxes/0/ratePercent | \"-19\" | FIELD_INVALID | lines[1].taxes[1].ratePercent",
        "/charges/0/kind | null | FIELD_MISSING | charges[1].kind",
        "/tenders/0/label | null | FIELD_MISSING | tenders[1].label",
        "/fulfilments/0/lines | [3] | LINE_UNKNOWN | fulfilments[1].lines",
        "/fulfilments/0/lines | [0] | LINE_UNKNOWN | fulfilments[1].lines",
        "/fulfilments/0/warehouse | null | FIELD_MISSING | fulfilments[1].warehouse",
      },
      delimiter = '|')
  void a_planted_fault_is_found_where_it_stands(
      String pointer, String value, ReasonCode code, String field) {
    String body =
        changed(
            order -> {
              int slash = pointer.lastIndexOf('/');
              ObjectNode parent = (ObjectNode) order.at(pointer.substring(0, slash));
              parent.set(pointer.substring(slash + 1), tree(value));
            });

    assertThat(refused(body, "nordlicht")).containsExactly(Finding.of(code, "field", field));
  }

  @ParameterizedTest
  @CsvSource({"/number, 100", "/lines/0/sku, 100", "/lines/0/description, 500", "/channel, 50"})
  void a_text_may_be_as_long_as_its_limit_and_no_longer(String pointer, int longest) {
    int slash = pointer.lastIndexOf('/');
    Consumer<ObjectNode> fits =
        order ->
            ((ObjectNode) order.at(pointer.substring(0, slash)))
                .put(pointer.substring(slash + 1), "🎁".repeat(longest));
    Consumer<ObjectNode> bursts =
        order ->
            ((ObjectNode) order.at(pointer.substring(0, slash)))
                .put(pointer.substring(slash + 1), "x".repeat(longest + 1));

    assertThat(accepted(changed(fits), "nordlicht").findings()).isEmpty();
    assertThat(refused(changed(bursts), "nordlicht"))
        .singleElement()
        .extracting(Finding::code)
        .isEqualTo(ReasonCode.FIELD_INVALID);
  }

  @Test
  void all_faults_are_found_at_once() {
    String body =
        changed(
            order -> {
              order.putNull("channel");
              ((ObjectNode) order.at("/buyer")).put("email", "zoe");
              ((ObjectNode) order.at("/lines/1")).putNull("sku");
            });

    assertThat(refused(body, "nordlicht"))
        .extracting(finding -> finding.parameters().get("field"))
        .containsExactlyInAnyOrder("channel", "buyer.email", "lines[2].sku");
  }

  @Test
  void the_buyer_is_mailed_only_where_the_shop_asks_for_it() {
    assertThat(Json.read(EVERYTHING, OrderBody.class).asksForConfirmation()).isFalse();
    assertThat(
            Json.read(changed(order -> order.put("confirm", false)), OrderBody.class)
                .asksForConfirmation())
        .isFalse();
    assertThat(
            Json.read(changed(order -> order.put("confirm", true)), OrderBody.class)
                .asksForConfirmation())
        .isTrue();
  }

  @Test
  void a_body_of_nothing_but_faults_gets_a_bounded_answer() {
    String body =
        changed(
            order -> {
              var lines = order.putArray("lines");
              for (int i = 0; i < 4000; i++) {
                lines.addObject();
              }
            });

    assertThat(refused(body, "nordlicht")).hasSize(100);
  }

  private static NewOrder accepted(String body, String shop) {
    Decision<NewOrder> decision = Json.read(body, OrderBody.class).toModel(shop, body);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted<NewOrder>) decision).value();
  }

  private static List<Finding> refused(String body, String shop) {
    Decision<NewOrder> decision = Json.read(body, OrderBody.class).toModel(shop, body);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused<NewOrder>) decision).findings();
  }

  private static String changed(Consumer<ObjectNode> change) {
    ObjectNode order = (ObjectNode) tree(EVERYTHING);
    change.accept(order);
    return order.toString();
  }

  private static JsonNode tree(String json) {
    try {
      return PLAIN.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether an answer says everything that a body said; it may say more. */
  private static void assertContains(JsonNode answer, JsonNode body, String path) {
    if (body.isObject()) {
      body.properties()
          .forEach(
              field ->
                  assertContains(
                      answer.path(field.getKey()), field.getValue(), path + "/" + field.getKey()));
    } else if (body.isArray() && !body.isEmpty() && body.get(0).isObject()) {
      assertThat(answer.size()).as(path).isEqualTo(body.size());
      for (int i = 0; i < body.size(); i++) {
        assertContains(answer.get(i), body.get(i), path + "/" + i);
      }
    } else {
      // As text, because a tree tells an int from a long and JSON does not.
      assertThat(answer.toString()).as(path).isEqualTo(body.toString());
    }
  }
}
