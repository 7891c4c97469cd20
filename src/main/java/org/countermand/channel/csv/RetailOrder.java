package org.countermand.channel.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;

/**
 * The rows of one invoice as an order. What the file does not say is what is usual in the shop: one
 * card payment at Stripe that took everything, one fulfilment that nobody has begun.
 *
 * @param header the file's first row, kept with the rows because they mean nothing without it
 * @param lines at least one, all of the same invoice and customer
 */
record RetailOrder(String header, List<RetailLine> lines) {

  static final String SHOP = "retail";
  static final ZoneId CLOCK = ZoneId.of("Europe/London");

  private static final String CHANNEL = "retail-csv";
  private static final Currency POUND = Currency.getInstance("GBP");

  NewOrder order() {
    RetailLine first = lines.get(0);
    Instant placedAt = first.placedAt().atZone(CLOCK).toInstant();
    List<OrderLine> orderLines = orderLines();
    Money total = orderLines.stream().map(OrderLine::goods).reduce(pence(0), Money::plus);
    Order order =
        new Order(
            Ids.next(),
            SHOP,
            "Retail Ltd",
            CHANNEL,
            first.invoice(),
            RefundAuthority.OURS,
            buyer(first),
            POUND,
            PriceBasis.GROSS,
            placedAt,
            null,
            new Invoice(first.invoice(), first.placedAt().toLocalDate(), null, ""),
            pence(0),
            orderLines,
            List.of(),
            List.of(tender(first.invoice(), total)),
            List.of(fulfilment(orderLines)));
    return new NewOrder(order, payload());
  }

  /** Equal rows stay separate lines: the buyer put the thing in his basket twice. */
  private List<OrderLine> orderLines() {
    List<OrderLine> orderLines = new ArrayList<>();
    for (RetailLine line : lines) {
      orderLines.add(
          new OrderLine(
              Ids.next(),
              orderLines.size() + 1,
              line.stockCode(),
              line.description(),
              RetailStockCodes.itemClass(line.stockCode()),
              "",
              line.quantity(),
              pence(line.pence()),
              List.of(),
              List.of(),
              Claims.NONE));
    }
    return orderLines;
  }

  private static Buyer buyer(RetailLine line) {
    return new Buyer(
        Buyer.Kind.CONSUMER,
        "Customer " + line.customer(),
        "customer-" + line.customer() + "@retail.example",
        line.residence(),
        Locale.ENGLISH,
        "",
        "");
  }

  private static Tender tender(String invoice, Money total) {
    return new Tender(
        Ids.next(), 1, TenderKind.CARD, "stripe", "pi_retail_" + invoice, "Card", total, total);
  }

  private static Fulfilment fulfilment(List<OrderLine> lines) {
    return new Fulfilment(
        Ids.next(),
        "depot",
        FulfilmentStage.NOT_STARTED,
        lines.stream().map(OrderLine::id).toList());
  }

  private String payload() {
    return lines.stream()
        .map(RetailLine::text)
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }

  private static Money pence(long pence) {
    return new Money(pence, POUND);
  }
}
