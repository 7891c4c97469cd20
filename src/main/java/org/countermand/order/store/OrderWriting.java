package org.countermand.order.store;

import java.util.List;
import java.util.UUID;
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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes an order's rows. */
final class OrderWriting {

  private OrderWriting() {}

  /** Writes all of it, or nothing if the channel's number is taken. */
  static boolean write(Handle handle, NewOrder intake) {
    Order order = intake.order();
    if (!writeHead(handle, order)) {
      return false;
    }
    handle.execute(
        "INSERT INTO order_payload VALUES (?, ?, ?)",
        order.id(),
        Digest.sha256(intake.payload()),
        intake.payload());
    writeBuyer(handle, order.id(), order.buyer());
    writeLines(handle, order);
    writeCharges(handle, order);
    writeTenders(handle, order);
    writeFulfilments(handle, order);
    return true;
  }

  private static boolean writeHead(Handle handle, Order order) {
    return handle
            .createUpdate(
                "INSERT INTO shop_order (id, shop, legal_entity, channel, channel_number,"
                    + " refund_authority, currency, price_basis, placed_at, promised_on,"
                    + " invoice_number, invoiced_on, supplied_on, seller_tax_id,"
                    + " cheapest_delivery, stage, total) VALUES (:id, :shop, :legalEntity, :channel,"
                    + " :channelNumber, :refundAuthority, :currency, :priceBasis, :placedAt,"
                    + " :promisedOn, :invoiceNumber, :invoicedOn, :suppliedOn, :sellerTaxId,"
                    + " :cheapest, :stage, :total) ON CONFLICT (shop, channel, channel_number) DO NOTHING")
            .bind("id", order.id())
            .bind("shop", order.shop())
            .bind("legalEntity", order.legalEntity())
            .bind("channel", order.channel())
            .bind("channelNumber", order.channelNumber())
            .bind("refundAuthority", order.refundAuthority().name())
            .bind("currency", order.currency().getCurrencyCode())
            .bind("priceBasis", order.priceBasis().name())
            .bind("placedAt", order.placedAt())
            .bind("promisedOn", order.promisedOn())
            .bind("invoiceNumber", order.invoice().number())
            .bind("invoicedOn", order.invoice().issuedOn())
            .bind("suppliedOn", order.invoice().suppliedOn())
            .bind("sellerTaxId", order.invoice().sellerTaxId())
            .bind("cheapest", order.cheapestDelivery().minor())
            .bind("stage", order.stage().name())
            .bind("total", order.total().minor())
            .execute()
        == 1;
  }

  private static void writeBuyer(Handle handle, UUID orderId, Buyer buyer) {
    handle.execute(
        "INSERT INTO buyer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        orderId,
        buyer.kind().name(),
        buyer.name(),
        buyer.email(),
        buyer.residence().country(),
        buyer.residence().region(),
        buyer.locale().toLanguageTag(),
        buyer.segment(),
        buyer.taxId());
  }

  private static void writeLines(Handle handle, Order order) {
    PreparedBatch lines =
        handle.prepareBatch("INSERT INTO order_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    PreparedBatch discounts =
        handle.prepareBatch("INSERT INTO discount_share VALUES (?, ?, ?, ?, ?, ?)");
    for (OrderLine line : order.lines()) {
      lines.add(
          line.id(),
          order.id(),
          line.position(),
          line.sku(),
          line.description(),
          line.itemClass().name(),
          line.evidence(),
          line.quantity(),
          line.goods().minor());
      int position = 0;
      for (DiscountShare share : line.discounts()) {
        discounts.add(
            line.id(),
            ++position,
            order.id(),
            share.code(),
            share.amount().minor(),
            share.threshold().map(Money::minor).orElse(null));
      }
    }
    lines.execute();
    if (discounts.size() > 0) {
      discounts.execute();
    }
    PreparedBatch taxes = taxBatch(handle);
    order.lines().forEach(line -> taxes(taxes, line.id(), order.id(), line.taxes()));
    execute(taxes);
  }

  private static void writeCharges(Handle handle, Order order) {
    PreparedBatch charges =
        handle.prepareBatch("INSERT INTO order_charge VALUES (?, ?, ?, ?, ?, ?)");
    PreparedBatch taxes = taxBatch(handle);
    int position = 0;
    for (Charge charge : order.charges()) {
      charges.add(
          charge.id(),
          order.id(),
          ++position,
          charge.kind().name(),
          charge.amount().minor(),
          charge.line().orElse(null));
      taxes(taxes, charge.id(), order.id(), charge.taxes());
    }
    execute(charges);
    execute(taxes);
  }

  private static void writeTenders(Handle handle, Order order) {
    PreparedBatch tenders =
        handle.prepareBatch("INSERT INTO tender VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    PreparedBatch captures =
        handle.prepareBatch("INSERT INTO tender_capture VALUES (?, ?, ?, ?, ?, ?)");
    for (Tender tender : order.tenders()) {
      tenders.add(
          tender.id(),
          order.id(),
          tender.position(),
          tender.kind().name(),
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
            order.id(),
            capture.reference(),
            capture.amount().minor(),
            capture.at());
      }
    }
    execute(tenders);
    execute(captures);
  }

  private static void writeFulfilments(Handle handle, Order order) {
    PreparedBatch heads = handle.prepareBatch("INSERT INTO fulfilment VALUES (?, ?, ?, ?, ?)");
    PreparedBatch lines = handle.prepareBatch("INSERT INTO fulfilment_line VALUES (?, ?, ?)");
    int position = 0;
    for (Fulfilment fulfilment : order.fulfilments()) {
      heads.add(
          fulfilment.id(),
          order.id(),
          ++position,
          fulfilment.warehouse(),
          fulfilment.stage().name());
      fulfilment.lineIds().forEach(line -> lines.add(fulfilment.id(), line, order.id()));
    }
    execute(heads);
    execute(lines);
  }

  private static PreparedBatch taxBatch(Handle handle) {
    return handle.prepareBatch("INSERT INTO tax_line VALUES (?, ?, ?, ?, ?, ?)");
  }

  private static void taxes(PreparedBatch batch, UUID ownerId, UUID orderId, List<TaxLine> taxes) {
    int position = 0;
    for (TaxLine tax : taxes) {
      batch.add(
          ownerId, ++position, orderId, tax.authority(), tax.ratePercent(), tax.amount().minor());
    }
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
