package org.countermand.order.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads an order's rows back into the record that was written; one query a table. */
final class OrderReading {

  private final Handle handle;
  private final UUID orderId;
  private final Currency currency;

  private OrderReading(Handle handle, UUID orderId, Currency currency) {
    this.handle = handle;
    this.orderId = orderId;
    this.currency = currency;
  }

  static Optional<Order> read(Handle handle, UUID orderId) {
    return handle
        .createQuery(
            "SELECT o.*, b.kind AS buyer_kind, b.name, b.email, b.country, b.region, b.locale,"
                + " b.segment, b.tax_id FROM shop_order o JOIN buyer b ON b.order_id = o.id"
                + " WHERE o.id = :id")
        .bind("id", orderId)
        .map(
            (row, context) ->
                new OrderReading(handle, orderId, Currency.getInstance(row.getString("currency")))
                    .order(row))
        .findOne();
  }

  private Order order(ResultSet row) throws SQLException {
    Map<UUID, List<TaxLine>> taxes =
        grouped(
            "SELECT owner_id, authority, rate_percent, amount FROM tax_line WHERE order_id = :id"
                + " ORDER BY owner_id, position",
            r -> new TaxLine(r.getString(2), r.getBigDecimal(3), money(r.getLong(4))));
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
        grouped(
            "SELECT owner_id, code, amount FROM discount_share WHERE order_id = :id"
                + " ORDER BY owner_id, position",
            r -> new DiscountShare(r.getString(2), money(r.getLong(3))));
    Map<UUID, List<Claims.Claim>> claims =
        grouped(
            "SELECT line_id, first_unit, last_unit, cancellation_id FROM unit_claim"
                + " WHERE order_id = :id",
            r ->
                new Claims.Claim(
                    new UnitRange(r.getInt(2), r.getInt(3)), r.getObject(4, UUID.class)));
    return list(
        "SELECT * FROM order_line WHERE order_id = :id ORDER BY position",
        (r, context) -> {
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

  private List<Charge> charges(Map<UUID, List<TaxLine>> taxes) {
    Set<UUID> claimed =
        new HashSet<>(
            list(
                "SELECT charge_id FROM charge_claim WHERE order_id = :id",
                (r, context) -> r.getObject(1, UUID.class)));
    return list(
        "SELECT * FROM order_charge WHERE order_id = :id ORDER BY position",
        (r, context) -> {
          UUID id = r.getObject("id", UUID.class);
          return new Charge(
              id,
              Charge.Kind.valueOf(r.getString("kind")),
              money(r.getLong("amount")),
              taxes.getOrDefault(id, List.of()),
              claimed.contains(id));
        });
  }

  private List<Tender> tenders() {
    return list(
        "SELECT * FROM tender WHERE order_id = :id ORDER BY position",
        (r, context) ->
            new Tender(
                r.getObject("id", UUID.class),
                r.getInt("position"),
                TenderKind.valueOf(r.getString("kind")),
                r.getString("gateway"),
                r.getString("reference"),
                r.getString("label"),
                money(r.getLong("authorized")),
                money(r.getLong("captured"))));
  }

  private List<Fulfilment> fulfilments() {
    Map<UUID, List<UUID>> lines =
        grouped(
            "SELECT fulfilment_id, line_id FROM fulfilment_line WHERE order_id = :id",
            r -> r.getObject(2, UUID.class));
    return list(
        "SELECT * FROM fulfilment WHERE order_id = :id ORDER BY position",
        (r, context) -> {
          UUID id = r.getObject("id", UUID.class);
          return new Fulfilment(
              id,
              r.getString("warehouse"),
              FulfilmentStage.valueOf(r.getString("stage")),
              lines.getOrDefault(id, List.of()));
        });
  }

  private Money money(long minor) {
    return new Money(minor, currency);
  }

  private <T> List<T> list(String sql, RowMapper<T> mapper) {
    return handle.createQuery(sql).bind("id", orderId).map(mapper).list();
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Map<UUID, List<T>> grouped(String sql, Reading<T> reading) {
    Map<UUID, List<T>> groups = new HashMap<>();
    list(
        sql,
        (row, context) ->
            groups
                .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                .add(reading.read(row)));
    return groups;
  }
}
