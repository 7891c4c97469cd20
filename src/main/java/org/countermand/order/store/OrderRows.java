package org.countermand.order.store;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Capture;
import org.countermand.order.model.Charge;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.platform.database.CopyRows;
import org.jspecify.annotations.Nullable;

/** All rows of many orders but their heads, table by table. */
final class OrderRows {

  private final CopyRows buyers =
      new CopyRows(
          "buyer", "order_id, kind, name, email, country, region, locale, segment, tax_id");
  private final CopyRows payloads = new CopyRows("order_payload", "order_id, digest, payload");
  private final CopyRows lines =
      new CopyRows(
          "order_line",
          "id, order_id, position, sku, description, item_class, evidence, quantity, goods");
  private final CopyRows discounts =
      new CopyRows("discount_share", "owner_id, position, order_id, code, amount, threshold");
  private final CopyRows taxes =
      new CopyRows("tax_line", "owner_id, position, order_id, authority, rate_percent, amount");
  private final CopyRows charges =
      new CopyRows("order_charge", "id, order_id, position, kind, amount, line_id");
  private final CopyRows tenders =
      new CopyRows(
          "tender",
          "id, order_id, position, kind, gateway, reference, label, authorized, captured");
  private final CopyRows captures =
      new CopyRows("tender_capture", "tender_id, position, order_id, reference, amount, at");
  private final CopyRows fulfilments =
      new CopyRows("fulfilment", "id, order_id, position, warehouse, stage");
  private final CopyRows fulfilled =
      new CopyRows("fulfilment_line", "fulfilment_id, line_id, order_id");

  /** The columns of an order's head, in the order in which they are inserted. */
  enum Head {
    ID(Order::id),
    SHOP(Order::shop),
    LEGAL_ENTITY(Order::legalEntity),
    CHANNEL(Order::channel),
    CHANNEL_NUMBER(Order::channelNumber),
    REFUND_AUTHORITY(Order::refundAuthority),
    CURRENCY(Order::currency),
    PRICE_BASIS(Order::priceBasis),
    PLACED_AT(Order::placedAt),
    PROMISED_ON(Order::promisedOn),
    INVOICE_NUMBER(order -> order.invoice().number()),
    INVOICED_ON(order -> order.invoice().issuedOn()),
    SUPPLIED_ON(order -> order.invoice().suppliedOn()),
    SELLER_TAX_ID(order -> order.invoice().sellerTaxId()),
    CHEAPEST_DELIVERY(order -> order.cheapestDelivery().minor()),
    STAGE(Order::stage),
    TOTAL(order -> order.total().minor());

    private final Function<Order, @Nullable Object> value;

    Head(Function<Order, @Nullable Object> value) {
      this.value = value;
    }

    @Nullable String of(Order order) {
      Object found = value.apply(order);
      return found == null ? null : found.toString();
    }
  }

  private OrderRows() {}

  static OrderRows of(List<NewOrder> orders) {
    OrderRows rows = new OrderRows();
    orders.forEach(rows::add);
    return rows;
  }

  /** Sends them all, those first that others refer to. */
  void into(Connection connection) {
    for (CopyRows table :
        List.of(
            buyers,
            payloads,
            lines,
            discounts,
            charges,
            taxes,
            tenders,
            captures,
            fulfilments,
            fulfilled)) {
      table.into(connection);
    }
  }

  private void add(NewOrder intake) {
    Order order = intake.order();
    UUID id = order.id();
    payloads.add(id, Digest.sha256(intake.payload()), intake.payload());
    add(id, order.buyer());
    order.lines().forEach(line -> add(id, line));
    int position = 0;
    for (Charge charge : order.charges()) {
      charges.add(
          charge.id(),
          id,
          ++position,
          charge.kind(),
          charge.amount().minor(),
          charge.line().orElse(null));
      taxes(id, charge.id(), charge.taxes());
    }
    order.tenders().forEach(tender -> add(id, tender));
    position = 0;
    for (Fulfilment fulfilment : order.fulfilments()) {
      fulfilments.add(fulfilment.id(), id, ++position, fulfilment.warehouse(), fulfilment.stage());
      fulfilment.lineIds().forEach(line -> fulfilled.add(fulfilment.id(), line, id));
    }
  }

  private void add(UUID orderId, Buyer buyer) {
    buyers.add(
        orderId,
        buyer.kind(),
        buyer.name(),
        buyer.email(),
        buyer.residence().country(),
        buyer.residence().region(),
        buyer.locale().toLanguageTag(),
        buyer.segment(),
        buyer.taxId());
  }

  private void add(UUID orderId, OrderLine line) {
    lines.add(
        line.id(),
        orderId,
        line.position(),
        line.sku(),
        line.description(),
        line.itemClass(),
        line.evidence(),
        line.quantity(),
        line.goods().minor());
    int position = 0;
    for (DiscountShare share : line.discounts()) {
      discounts.add(
          line.id(),
          ++position,
          orderId,
          share.code(),
          share.amount().minor(),
          share.threshold().map(Money::minor).orElse(null));
    }
    taxes(orderId, line.id(), line.taxes());
  }

  private void taxes(UUID orderId, UUID ownerId, List<TaxLine> owned) {
    int position = 0;
    for (TaxLine tax : owned) {
      taxes.add(
          ownerId,
          ++position,
          orderId,
          tax.authority(),
          tax.ratePercent().toPlainString(),
          tax.amount().minor());
    }
  }

  private void add(UUID orderId, Tender tender) {
    tenders.add(
        tender.id(),
        orderId,
        tender.position(),
        tender.kind(),
        tender.gateway(),
        tender.reference(),
        tender.label(),
        tender.authorized().minor(),
        tender.captured().minor());
    int position = 0;
    for (Capture capture : tender.captures()) {
      captures.add(
          tender.id(),
          ++position,
          orderId,
          capture.reference(),
          capture.amount().minor(),
          capture.at());
    }
  }
}
