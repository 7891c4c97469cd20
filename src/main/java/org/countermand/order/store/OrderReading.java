package org.countermand.order.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Capture;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Claims;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.countermand.order.model.UnitRange;
import org.countermand.platform.database.RoundTrip;
import org.jdbi.v3.core.Handle;

/** Reads an order's rows back into the record that was written; a query a table, sent together. */
final class OrderReading {

  private static final String LOCK = "SELECT id FROM shop_order WHERE id = ? FOR NO KEY UPDATE;";

  private static final String READ =
      "SELECT o.*, b.kind AS buyer_kind, b.name, b.email, b.country, b.region, b.locale,"
          + " b.segment, b.tax_id FROM shop_order o JOIN buyer b ON b.order_id = o.id"
          + " WHERE o.id = ?;"
          + "SELECT owner_id, authority, rate_percent, amount FROM tax_line WHERE order_id = ?"
          + " ORDER BY owner_id, position;"
          + "SELECT owner_id, code, amount, threshold FROM discount_share WHERE order_id = ?"
          + " ORDER BY owner_id, position;"
          + "SELECT line_id, first_unit, last_unit, cancellation_id FROM unit_claim"
          + " WHERE order_id = ?;"
          + "SELECT * FROM order_line WHERE order_id = ? ORDER BY position;"
          + "SELECT c.*, EXISTS (SELECT 1 FROM charge_claim k WHERE k.charge_id = c.id) AS claimed"
          + " FROM order_charge c WHERE c.order_id = ? ORDER BY c.position;"
          + "SELECT tender_id, reference, amount, at FROM tender_capture WHERE order_id = ?"
          + " ORDER BY tender_id, position;"
          + "SELECT * FROM tender WHERE order_id = ? ORDER BY position;"
          + "SELECT f.*, ARRAY(SELECT l.line_id FROM fulfilment_line l"
          + " WHERE l.fulfilment_id = f.id) AS lines"
          + " FROM fulfilment f WHERE f.order_id = ? ORDER BY f.position";

  private final RoundTrip answers;
  private final UUID orderId;
  private final Currency currency;

  private OrderReading(RoundTrip answers, UUID orderId, Currency currency) {
    this.answers = answers;
    this.orderId = orderId;
    this.currency = currency;
  }

  static Optional<Order> read(Handle handle, UUID orderId) {
    return RoundTrip.ask(handle, READ, orderId, answers -> order(answers, orderId));
  }

  /** Locks the row and reads what is true under the lock. */
  static Optional<Order> lock(Handle handle, UUID orderId) {
    return RoundTrip.ask(
        handle,
        LOCK + READ,
        orderId,
        answers -> {
          answers.rows(row -> row.getObject(1, UUID.class));
          return order(answers, orderId);
        });
  }

  private static Optional<Order> order(RoundTrip answers, UUID orderId) {
    return answers.row(
        row ->
            new OrderReading(answers, orderId, Currency.getInstance(row.getString("currency")))
                .order(row));
  }

  private Order order(ResultSet row) throws SQLException {
    Map<UUID, List<TaxLine>> taxes =
        answers.grouped(r -> new TaxLine(r.getString(2), r.getBigDecimal(3), money(r.getLong(4))));
    return new Order(
        orderId,
        row.getString("shop"),
        row.getString("legal_entity"),
        row.getString("channel"),
        row.getString("channel_number"),
        RefundAuthority.valueOf(row.getString("refund_authority")),
        buyer(row),
        currency,
        PriceBasis.valueOf(row.getString("price_basis")),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getObject("promised_on", LocalDate.class),
        new Invoice(
            row.getString("invoice_number"),
            row.getObject("invoiced_on", LocalDate.class),
            row.getObject("supplied_on", LocalDate.class),
            row.getString("seller_tax_id")),
        money(row.getLong("cheapest_delivery")),
        lines(taxes),
        charges(taxes),
        tenders(),
        fulfilments());
  }

  private static Buyer buyer(ResultSet row) throws SQLException {
    return new Buyer(
        Buyer.Kind.valueOf(row.getString("buyer_kind")),
        row.getString("name"),
        row.getString("email"),
        new Jurisdiction(row.getString("country"), row.getString("region")),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("segment"),
        row.getString("tax_id"));
  }

  private List<OrderLine> lines(Map<UUID, List<TaxLine>> taxes) {
    Map<UUID, List<DiscountShare>> discounts =
        answers.grouped(r -> new DiscountShare(r.getString(2), money(r.getLong(3)), threshold(r)));
    Map<UUID, List<Claims.Claim>> claims =
        answers.grouped(
            r ->
                new Claims.Claim(
                    new UnitRange(r.getInt(2), r.getInt(3)), r.getObject(4, UUID.class)));
    return answers.rows(
        r -> {
          UUID id = r.getObject("id", UUID.class);
          return new OrderLine(
              id,
              r.getInt("position"),
              r.getString("sku"),
              r.getString("description"),
              ItemClass.valueOf(r.getString("item_class")),
              r.getString("evidence"),
              r.getInt("quantity"),
              money(r.getLong("goods")),
              discounts.getOrDefault(id, List.of()),
              taxes.getOrDefault(id, List.of()),
              claims.containsKey(id) ? new Claims(claims.get(id)) : Claims.NONE);
        });
  }

  private Optional<Money> threshold(ResultSet row) throws SQLException {
    long value = row.getLong(4);
    return value == 0 ? Optional.empty() : Optional.of(money(value));
  }

  private List<Charge> charges(Map<UUID, List<TaxLine>> taxes) {
    return answers.rows(
        r -> {
          UUID id = r.getObject("id", UUID.class);
          return new Charge(
              id,
              Charge.Kind.valueOf(r.getString("kind")),
              Optional.ofNullable(r.getObject("line_id", UUID.class)),
              money(r.getLong("amount")),
              taxes.getOrDefault(id, List.of()),
              r.getBoolean("claimed"));
        });
  }

  private List<Tender> tenders() {
    Map<UUID, List<Capture>> captures =
        answers.grouped(
            r ->
                new Capture(
                    r.getString(2),
                    money(r.getLong(3)),
                    r.getObject(4, OffsetDateTime.class).toInstant()));
    return answers.rows(
        r ->
            new Tender(
                r.getObject("id", UUID.class),
                r.getInt("position"),
                TenderKind.valueOf(r.getString("kind")),
                r.getString("gateway"),
                r.getString("reference"),
                r.getString("label"),
                money(r.getLong("authorized")),
                money(r.getLong("captured")),
                captures.getOrDefault(r.getObject("id", UUID.class), List.of())));
  }

  private List<Fulfilment> fulfilments() {
    return answers.rows(
        r ->
            new Fulfilment(
                r.getObject("id", UUID.class),
                r.getString("warehouse"),
                FulfilmentStage.valueOf(r.getString("stage")),
                List.of((UUID[]) r.getArray("lines").getArray())));
  }

  private Money money(long minor) {
    return new Money(minor, currency);
  }
}
