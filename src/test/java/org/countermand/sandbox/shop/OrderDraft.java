package org.countermand.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order on its way, told as a shop would tell it: {@code anOrder("L-1").to("DE").line("LAMP-1",
 * "Desk lamp", 2, 4000).shipping(490).captured()}. Prices are gross and in minor units; tax is the
 * share contained in them.
 */
public final class OrderDraft {

  private record Line(
      String sku, String name, int quantity, long goods, long discount, String item) {}

  private final String number;
  private final List<Line> lines = new ArrayList<>();
  private String currency = "EUR";
  private String country = "DE";
  private String locale = "de";
  private String buyer = "CONSUMER";
  private String name = "Ana Muster";
  private String email = "ana@example.org";
  private String stage = "NOT_STARTED";
  private String rate = "19";
  private Instant placedAt = Instant.now();
  private long shipping;
  private boolean captured = true;

  private OrderDraft(String number) {
    this.number = number;
  }

  public static OrderDraft anOrder(String number) {
    return new OrderDraft(number);
  }

  public OrderDraft line(String sku, String name, int quantity, long goods) {
    return line(sku, name, quantity, goods, 0, "GOODS");
  }

  /** A line with a discount (zero or negative) and the class of its item. */
  public OrderDraft line(
      String sku, String name, int quantity, long goods, long discount, String itemClass) {
    lines.add(new Line(sku, name, quantity, goods, discount, itemClass));
    return this;
  }

  public OrderDraft shipping(long amount) {
    shipping = amount;
    return this;
  }

  public OrderDraft in(String currencyCode) {
    currency = currencyCode;
    return this;
  }

  /** Where the buyer lives, the language of his letters, the rate of tax in percent. */
  public OrderDraft to(String countryCode, String language, String ratePercent) {
    country = countryCode;
    locale = language;
    rate = ratePercent;
    return this;
  }

  public OrderDraft by(String buyerName, String buyerEmail) {
    name = buyerName;
    email = buyerEmail;
    return this;
  }

  public OrderDraft business() {
    buyer = "BUSINESS";
    return this;
  }

  public OrderDraft at(String fulfilmentStage) {
    stage = fulfilmentStage;
    return this;
  }

  public OrderDraft placed(Instant at) {
    placedAt = at;
    return this;
  }

  /** The money is promised by the bank and not taken yet. */
  public OrderDraft authorized() {
    captured = false;
    return this;
  }

  public OrderDraft captured() {
    captured = true;
    return this;
  }

  public boolean isCaptured() {
    return captured;
  }

  public String number() {
    return number;
  }

  public String email() {
    return email;
  }

  public String currency() {
    return currency;
  }

  /** What the buyer paid, in minor units. */
  public long total() {
    return shipping + lines.stream().mapToLong(line -> line.goods() + line.discount()).sum();
  }

  /** The body of {@code POST /api/v1/orders}, paid by this payment. */
  public ObjectNode json(String payment) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("legalEntity", "Linden GmbH").put("channel", "web").put("number", number);
    order.set("buyer", buyer());
    order.put("currency", currency).put("priceBasis", "GROSS");
    order.put("placedAt", placedAt.toString());
    order.putObject("invoice").put("number", "INV-" + number).put("sellerTaxId", "DE123456789");
    order.set("cheapestDelivery", money(shipping));
    ArrayNode array = order.putArray("lines");
    lines.forEach(line -> array.add(line(line)));
    if (shipping > 0) {
      ObjectNode charge = order.putArray("charges").addObject().put("kind", "SHIPPING");
      charge.set("amount", money(shipping));
      charge.putArray("taxes").add(tax(shipping));
    }
    ObjectNode tender = order.putArray("tenders").addObject();
    tender.put("kind", "CARD").put("gateway", "stripe").put("reference", payment);
    tender.put("label", "Visa •••• 4242");
    tender.set("authorized", money(total()));
    tender.set("captured", money(captured ? total() : 0));
    ObjectNode fulfilment = order.putArray("fulfilments").addObject();
    fulfilment.put("warehouse", "depot").put("stage", stage);
    ArrayNode positions = fulfilment.putArray("lines");
    for (int position = 1; position <= lines.size(); position++) {
      positions.add(position);
    }
    return order;
  }

  private ObjectNode buyer() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", buyer).put("name", name).put("email", email).put("locale", locale);
    node.putObject("residence").put("country", country);
    return node;
  }

  private ObjectNode line(Line line) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sku", line.sku()).put("description", line.name()).put("quantity", line.quantity());
    node.put("itemClass", line.item());
    node.set("goods", money(line.goods()));
    if (line.discount() < 0) {
      ObjectNode share = node.putArray("discounts").addObject().put("code", "AUTUMN");
      share.set("amount", money(line.discount()));
    }
    node.putArray("taxes").add(tax(line.goods() + line.discount()));
    return node;
  }

  private ObjectNode tax(long gross) {
    ObjectNode tax = JsonNodeFactory.instance.objectNode();
    tax.put("authority", country + "-VAT").put("ratePercent", rate);
    // What the shop's till computed: the tax contained in a gross price, half up.
    BigDecimal contained =
        BigDecimal.valueOf(gross)
            .multiply(new BigDecimal(rate))
            .divide(new BigDecimal(rate).add(BigDecimal.valueOf(100)), 0, RoundingMode.HALF_UP);
    tax.set("amount", money(contained.longValueExact()));
    return tax;
  }

  private ObjectNode money(long minor) {
    return JsonNodeFactory.instance.objectNode().put("minor", minor).put("currency", currency);
  }
}
