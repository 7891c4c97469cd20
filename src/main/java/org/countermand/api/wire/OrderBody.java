package org.countermand.api.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.Shares;
import org.countermand.order.model.Tender;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as a shop's program brings it: exactly as it was charged, nothing computed anew. */
@Schema(name = "Order")
public record OrderBody(
    @Schema(description = "The caller's own shop if absent; never another") @Nullable String shop,
    @Schema(maxLength = 200, required = true) @Nullable String legalEntity,
    @Schema(example = "web", maxLength = 50, required = true) @Nullable String channel,
    @Schema(
            description = "The number that the buyer and the channel know it by",
            maxLength = 100,
            required = true)
        @Nullable String number,
    @Schema(defaultValue = "OURS") @Nullable RefundAuthority refundAuthority,
    @Schema(required = true) @Nullable BuyerBody buyer,
    @Schema(description = "ISO 4217, of all amounts", example = "EUR", required = true)
        @Nullable String currency,
    @Schema(required = true) @Nullable PriceBasis priceBasis,
    @Schema(description = "RFC 3339", format = "date-time", required = true)
        @Nullable String placedAt,
    @Schema(format = "date") @Nullable String promisedOn,
    @Nullable InvoiceBody invoice,
    @Schema(description = "The cheapest standard delivery that was offered; zero if absent")
        @Nullable MoneyBody cheapestDelivery,
    @Schema(required = true) @Nullable List<LineBody> lines,
    @Schema(
            description =
                "Discounts on the order as a whole; they are shared out over its lines once and for"
                    + " all, by the value of their goods before discounts")
        @Nullable List<DiscountBody> discounts,
    @Nullable List<ChargeBody> charges,
    @Schema(required = true) @Nullable List<TenderBody> tenders,
    @Nullable List<FulfilmentBody> fulfilments,
    @Schema(
            description =
                "Whether Countermand mails the buyer a confirmation with a link to the order",
            defaultValue = "false")
        @Nullable Boolean confirm) {

  private static final Buyer NOBODY =
      new Buyer(Buyer.Kind.CONSUMER, "", "", Jurisdiction.of("DE"), Locale.ENGLISH, "", "");

  /**
   * The order in the words of the model, with ids given.
   *
   * @param actorShop the shop of the caller, which the order's has to be
   * @param payload the exact text that this was read from
   * @return the order, or everything that is wrong with single fields
   */
  public Decision<NewOrder> toModel(String actorShop, String payload) {
    Fields fields = new Fields();
    Optional<Currency> known = fields.parsed("currency", currency, Texts::currency);
    if (known.isEmpty()) {
      // Every amount would be found to be of another currency.
      return Decision.no(fields.findings());
    }
    Order order = order(fields, actorShop, known.get());
    List<org.countermand.kernel.Finding> findings = fields.findings();
    return findings.isEmpty() ? Decision.yes(new NewOrder(order, payload)) : Decision.no(findings);
  }

  /** Whether the buyer is mailed; most shops confirm orders themselves, so by default he is not. */
  public boolean asksForConfirmation() {
    return Boolean.TRUE.equals(confirm);
  }

  private Order order(Fields fields, String actorShop, Currency money) {
    List<OrderLine> orderLines = lines(fields, money);
    return new Order(
        Ids.next(),
        shop(fields, actorShop),
        fields.text("legalEntity", legalEntity, 200),
        fields.text("channel", channel, 50),
        fields.text("number", number, 100),
        refundAuthority == null ? RefundAuthority.OURS : refundAuthority,
        buyer == null
            ? fields.required("buyer", null, NOBODY)
            : buyer.toModel(fields.within("buyer")),
        money,
        fields.required("priceBasis", priceBasis, PriceBasis.GROSS),
        fields.parsed("placedAt", placedAt, Texts::instant).orElse(Instant.EPOCH),
        fields.optionalParsed("promisedOn", promisedOn, Texts::date).orElse(null),
        invoice == null ? InvoiceBody.NONE : invoice.toModel(fields.within("invoice")),
        MoneyBody.optionalPrice(fields, "cheapestDelivery", cheapestDelivery, money),
        orderLines,
        charges(fields, orderLines, money),
        tenders(fields, money),
        fulfilments(fields, orderLines));
  }

  private String shop(Fields fields, String actorShop) {
    if (actorShop.equals(Actor.EVERY_SHOP)) {
      return fields.text("shop", shop, 50);
    }
    if (shop != null && !shop.equals(actorShop)) {
      fields.invalid("shop");
    }
    return actorShop;
  }

  private List<OrderLine> lines(Fields fields, Currency money) {
    List<OrderLine> read = new ArrayList<>();
    fields.each(
        "lines",
        lines,
        5000,
        (line, within) -> read.add(line.toModel(within, read.size() + 1, money)));
    return discounted(
        read,
        fields.each("discounts", discounts, 20, (share, within) -> share.toModel(within, money)));
  }

  private static List<OrderLine> discounted(List<OrderLine> lines, List<DiscountShare> onOrder) {
    if (lines.isEmpty()) {
      return lines;
    }
    List<Long> values = lines.stream().map(line -> line.goods().minor()).toList();
    List<OrderLine> discounted = lines;
    for (DiscountShare discount : onOrder) {
      long step = Order.stepOf(discount.amount().currency());
      Iterator<Money> shares = Shares.byWeight(discount.amount(), values, step).iterator();
      discounted =
          discounted.stream().map(line -> line.discounted(discount.of(shares.next()))).toList();
    }
    return discounted;
  }

  private List<Charge> charges(Fields fields, List<OrderLine> orderLines, Currency money) {
    return fields.each(
        "charges", charges, 50, (charge, within) -> charge.toModel(within, orderLines, money));
  }

  private List<Tender> tenders(Fields fields, Currency money) {
    List<Tender> read = new ArrayList<>();
    fields.each(
        "tenders",
        tenders,
        20,
        (tender, within) -> read.add(tender.toModel(within, read.size() + 1, money)));
    return read;
  }

  private List<Fulfilment> fulfilments(Fields fields, List<OrderLine> orderLines) {
    return fields.each(
        "fulfilments",
        fulfilments,
        500,
        (fulfilment, within) -> fulfilment.toModel(within, orderLines));
  }
}
