package org.countermand.sandbox.generator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Digest;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;

/** The rows of an order, as its store writes them. */
final class OrderRows {

  private final Sheets sheets;

  OrderRows(Sheets sheets) {
    this.sheets = sheets;
  }

  void write(Order order, Instant receivedAt) {
    UUID id = order.id();
    sheets.row(
        Table.SHOP_ORDER,
        id,
        order.shop(),
        order.legalEntity(),
        order.channel(),
        order.channelNumber(),
        order.refundAuthority(),
        order.currency().getCurrencyCode(),
        order.priceBasis(),
        order.placedAt(),
        order.promisedOn(),
        order.invoice().number(),
        order.invoice().issuedOn(),
        order.invoice().suppliedOn(),
        order.invoice().sellerTaxId(),
        order.cheapestDelivery().minor(),
        receivedAt,
        order.stage(),
        order.total().minor());
    buyer(id, order.buyer());
    String payload = Payload.of(order);
    sheets.row(Table.ORDER_PAYLOAD, id, Digest.sha256(payload), payload);
    order.lines().forEach(line -> line(id, line));
    int position = 0;
    for (Charge charge : order.charges()) {
      sheets.row(
          Table.ORDER_CHARGE, charge.id(), id, ++position, charge.kind(), charge.amount().minor());
      taxes(charge.id(), id, charge.taxes());
    }
    order.tenders().forEach(tender -> tender(id, tender));
    position = 0;
    for (Fulfilment fulfilment : order.fulfilments()) {
      sheets.row(
          Table.FULFILMENT,
          fulfilment.id(),
          id,
          ++position,
          fulfilment.warehouse(),
          fulfilment.stage());
      fulfilment
          .lineIds()
          .forEach(line -> sheets.row(Table.FULFILMENT_LINE, fulfilment.id(), line, id));
    }
  }

  private void buyer(UUID orderId, Buyer buyer) {
    sheets.row(
        Table.BUYER,
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

  private void line(UUID orderId, OrderLine line) {
    sheets.row(
        Table.ORDER_LINE,
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
      sheets.row(
          Table.DISCOUNT_SHARE,
          line.id(),
          ++position,
          orderId,
          share.code(),
          share.amount().minor());
    }
    taxes(line.id(), orderId, line.taxes());
  }

  private void taxes(UUID ownerId, UUID orderId, List<TaxLine> taxes) {
    int position = 0;
    for (TaxLine tax : taxes) {
      sheets.row(
          Table.TAX_LINE,
          ownerId,
          ++position,
          orderId,
          tax.authority(),
          tax.ratePercent().toPlainString(),
          tax.amount().minor());
    }
  }

  private void tender(UUID orderId, Tender tender) {
    sheets.row(
        Table.TENDER,
        tender.id(),
        orderId,
        tender.position(),
        tender.kind(),
        tender.gateway(),
        tender.reference(),
        tender.label(),
        tender.authorized().minor(),
        tender.captured().minor());
  }
}
