package org.countermand.channel.csv;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.channel.model.Mapping;
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
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;

/**
 * Rows of one number as an order. What such files do not say is what is usual: one card payment
 * that took everything, one fulfilment that nobody has begun, and the first row's date.
 *
 * @param header the file's first row, kept with the rows because they mean nothing without it
 */
record OrderMaker(Mapping mapping, String header) {

  /** An order of rows that all name the same buyer and currency; at least one. */
  NewOrder order(List<Sale> sales) {
    Sale first = sales.get(0);
    String number = first.row().number();
    List<OrderLine> lines = lines(sales);
    Money total =
        lines.stream().map(OrderLine::goods).reduce(Money.zero(first.currency()), Money::plus);
    ZonedDateTime placed = first.date().atZone(first.clock());
    Order order =
        new Order(
            Ids.next(),
            mapping.shop(),
            mapping.legalEntity(),
            mapping.channel(),
            number,
            RefundAuthority.OURS,
            buyer(first),
            first.currency(),
            PriceBasis.GROSS,
            placed.toInstant(),
            null,
            new Invoice(number, placed.toLocalDate(), null, ""),
            Money.zero(first.currency()),
            lines,
            List.of(),
            List.of(tender(first, total)),
            List.of(fulfilment(lines)));
    return new NewOrder(order, payload(sales));
  }

  /** Equal rows stay separate lines: the buyer put the thing in his basket twice. */
  private static List<OrderLine> lines(List<Sale> sales) {
    List<OrderLine> lines = new ArrayList<>();
    for (Sale sale : sales) {
      lines.add(
          new OrderLine(
              Ids.next(),
              lines.size() + 1,
              sale.sku(),
              sale.description(),
              sale.itemClass(),
              "",
              sale.quantity(),
              sale.goods(),
              List.of(),
              taxes(sale).stream().toList(),
              Claims.NONE));
    }
    return lines;
  }

  private static Optional<TaxLine> taxes(Sale sale) {
    return sale.taxRate()
        .flatMap(
            rate ->
                sale.taxAmount()
                    .map(tax -> new TaxLine(sale.residence().country() + "-VAT", rate, tax)));
  }

  private static Buyer buyer(Sale sale) {
    return new Buyer(
        Buyer.Kind.CONSUMER, sale.name(), sale.email(), sale.residence(), sale.language(), "", "");
  }

  private Tender tender(Sale sale, Money total) {
    return new Tender(
        Ids.next(), 1, TenderKind.CARD, mapping.gateway(), sale.payment(), "Card", total, total);
  }

  private Fulfilment fulfilment(List<OrderLine> lines) {
    List<UUID> all = lines.stream().map(OrderLine::id).toList();
    return new Fulfilment(Ids.next(), mapping.warehouse(), FulfilmentStage.NOT_STARTED, all);
  }

  private String payload(List<Sale> sales) {
    return sales.stream()
        .map(sale -> sale.row().text())
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }
}
