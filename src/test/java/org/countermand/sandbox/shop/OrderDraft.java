package org.countermand.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order on its way, told as a shop would tell it: {@code anOrder("L-1").to("DE").line("LAMP-1",
 * "Desk lamp", 2, 4000).shipping(490).captured()}. Prices are gross and in minor units; tax is the
 * share contained in them, unless they are {@link #net}.
 */
public final class OrderDraft {

  private record Line(
      String sku, String name, int quantity, long goods, long discount, String item, String card) {
    long price() {
      return goods + discount;
    }
  }

  private record Credit(String kind, String reference, String label, long amount) {}

  private final String number;
  private final List<Line> lines = new ArrayList<>();
  private final List<Credit> credits = new ArrayList<>();
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
  private long secondCard;
  private boolean captured = true;
  private boolean net;
  private boolean confirmed;
  private String gateway = "stripe";
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
    lines.add(new Line(sku, name, quantity, goods, discount, itemClass, ""));
    return this;
  }

  /** A gift card that is bought: the shop's token of it, and what is on it. */
  public OrderDraft giftCard(String sku, String name, String token, long value) {
    lines.add(new Line(sku, name, 1, value, 0, "GIFT_CARD", token));
    return this;
  }

  /** Paid in part with a gift card, which stands in front of the bank card. */
  public OrderDraft payingWithGiftCard(String token, long amount) {
    credits.add(new Credit("GIFT_CARD", token, "Linden card •••• " + last(token), amount));
    return this;
  }

  /** Paid in part with what the shop owes the buyer. */
  public OrderDraft payingWithCredit(String token, long amount) {
    credits.add(new Credit("STORE_CREDIT", token, "Linden credit " + last(token), amount));
    return this;
  }

  /** Paid in part with a second bank card. */
  public OrderDraft payingWithSecondCard(long amount) {
    secondCard = amount;
    return this;
  }

  private static String last(String token) {
    return token.substring(Math.max(0, token.length() - 4));
  }

  /** What is paid through the payment server, by payment; the main one is this. */
  public Map<String, Long> cards(String payment) {
    Map<String, Long> cards = new LinkedHashMap<>();
    long rest = total() - secondCard - credits.stream().mapToLong(Credit::amount).sum();
    if (rest > 0 || secondCard == 0 && credits.isEmpty()) {
      cards.put(payment, rest);
    }
    if (secondCard > 0) {
      cards.put(payment + "_2", secondCard);
    }
    return cards;
  }

  /** The bank card goes through another gateway than the usual one. */
  public OrderDraft through(String name) {
    gateway = name;
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
        ? prices
            + taxOn(shipping)
            + lines.stream()
                .filter(line -> line.card().isEmpty())
                .mapToLong(line -> taxOn(line.price()))
                .sum()
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
    ArrayNode tenders = order.putArray("tenders");
    credits.forEach(credit -> tenders.add(credit(credit)));
    cards(payment)
        .forEach(
            (reference, amount) -> {
              String card = reference.equals(payment) ? "Visa •••• 4242" : "Mastercard •••• 5454";
              tenders.add(tender("CARD", gateway, reference, card, amount, captured));
            });
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

  private ObjectNode credit(Credit credit) {
    return tender(
        credit.kind(), "credit", credit.reference(), credit.label(), credit.amount(), true);
  }

  private ObjectNode tender(
      String kind, String gateway, String reference, String label, long amount, boolean taken) {
    ObjectNode tender = JsonNodeFactory.instance.objectNode();
    tender.put("kind", kind).put("gateway", gateway).put("reference", reference);
    tender.put("label", label);
    tender.set("authorized", money(amount));
    tender.set("captured", money(taken ? amount : 0));
    return tender;
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
    if (!line.card().isEmpty()) {
      node.put("evidence", line.card());
    }
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
    ArrayNode taxes = node.putArray("taxes");
    if (line.card().isEmpty()) {
      // What is bought with a gift card is taxed when it is bought.
      taxes.add(tax(line.price()));
    }
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
