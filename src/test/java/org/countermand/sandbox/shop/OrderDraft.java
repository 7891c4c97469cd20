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
 * share contained in them, unless they are {@link #net}.
 */
public final class OrderDraft {

  private record Line(
      String sku, String name, int quantity, long goods, long discount, String item) {
    long price() {
      return goods + discount;
    }
  }

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
  private long duty;
  private long threshold;
  private boolean captured = true;
  private boolean net;
  private boolean confirmed;
  private String authority = "";
  private String marketplace = "";
  private String evidence = "";

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

  public OrderDraft duty(long amount) {
    duty = amount;
    return this;
  }

  /** Discounts were granted for goods from this value on. */
  public OrderDraft discountedFrom(long value) {
    threshold = value;
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

  /** Prices without their tax, which is charged on top, as business customers are told them. */
  public OrderDraft net() {
    net = true;
    return this;
  }

  /** Who levies the tax; {@code DE-VAT} and the like if this is not said. */
  public OrderDraft taxedBy(String taxAuthority) {
    authority = taxAuthority;
    return this;
  }

  /** Sold at a marketplace, which took the money and pays it back. */
  public OrderDraft soldAt(String channel) {
    marketplace = channel;
    return this;
  }

  /** What the buyer agreed to at checkout about items that are made for him. */
  public OrderDraft agreed(String words) {
    evidence = words;
    return this;
  }

  /** The buyer is mailed a confirmation with a link to the order. */
  public OrderDraft confirmed() {
    confirmed = true;
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
    long prices = shipping + duty + lines.stream().mapToLong(Line::price).sum();
    return net
        ? prices + taxOn(shipping) + lines.stream().mapToLong(line -> taxOn(line.price())).sum()
        : prices;
  }

  /** The body of {@code POST /api/v1/orders}, paid by this payment. */
  public ObjectNode json(String payment) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("legalEntity", "Linden GmbH").put("number", number);
    order.put("channel", marketplace.isEmpty() ? "web" : marketplace);
    order.put("refundAuthority", marketplace.isEmpty() ? "OURS" : "MARKETPLACE");
    order.set("buyer", buyer());
    order.put("currency", currency).put("priceBasis", net ? "NET" : "GROSS");
    order.put("placedAt", placedAt.toString());
    order.putObject("invoice").put("number", "INV-" + number).put("sellerTaxId", "DE123456789");
    order.set("cheapestDelivery", money(shipping));
    ArrayNode array = order.putArray("lines");
    lines.forEach(line -> array.add(line(line)));
    if (shipping > 0) {
      ObjectNode charge = order.withArray("charges").addObject().put("kind", "SHIPPING");
      charge.set("amount", money(shipping));
      charge.putArray("taxes").add(tax(shipping));
    }
    if (duty > 0) {
      order.withArray("charges").addObject().put("kind", "DUTY").set("amount", money(duty));
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
    if (confirmed) {
      order.put("confirm", true);
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
    if (line.item().equals("PERSONALISED")) {
      node.put("evidence", evidence);
    }
    node.set("goods", money(line.goods()));
    if (line.discount() < 0) {
      ObjectNode share = node.putArray("discounts").addObject().put("code", "AUTUMN");
      share.set("amount", money(line.discount()));
      if (threshold > 0) {
        share.set("threshold", money(threshold));
      }
    }
    node.putArray("taxes").add(tax(line.price()));
    return node;
  }

  private ObjectNode tax(long price) {
    ObjectNode tax = JsonNodeFactory.instance.objectNode();
    tax.put("authority", authority.isEmpty() ? country + "-VAT" : authority);
    tax.put("ratePercent", rate);
    tax.set("amount", money(taxOn(price)));
    return tax;
  }

  /** What the shop's till computed, half up: contained in a gross price, on top of a net one. */
  private long taxOn(long price) {
    BigDecimal percent = new BigDecimal(rate);
    BigDecimal hundred = BigDecimal.valueOf(100);
    return BigDecimal.valueOf(price)
        .multiply(percent)
        .divide(net ? hundred : percent.add(hundred), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private ObjectNode money(long minor) {
    return JsonNodeFactory.instance.objectNode().put("minor", minor).put("currency", currency);
  }
}
