package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.UncertainMoney;
import org.countermand.cancellation.model.Uncertainty;
import org.countermand.kernel.Money;
import org.countermand.payment.model.Topic;
import org.jdbi.v3.core.Jdbi;

/** Finds money of which it is not sure where it is. Every kind begins at an index of its own. */
@ApplicationScoped
public class UncertainRepository {

  /** Longer than any call and its look-up take. */
  private static final Duration LONG_IN_FLIGHT = Duration.ofMinutes(5);

  private static final Duration LONG_PENDING = Duration.ofDays(1);

  private static final String OF_CASE =
      " o.id AS order_id, o.channel_number, c.id AS cancellation_id, c.number";

  private static final String SHOP = " AND (:shop = '*' OR o.shop = :shop)";

  private static final String STEPS =
      "SELECT s.subject_id AS id, s.attempted_at AS since, p.currency, p.amount,"
          + " NULL::bigint AS booked, '' AS detail, t.gateway, t.reference AS payment,"
          + " p.id::text AS part,"
          + OF_CASE
          + " FROM step s JOIN refund_part p ON p.id = s.subject_id JOIN tender t"
          + " ON t.id = p.tender_id JOIN cancellation c ON c.id = s.cancellation_id"
          + " JOIN shop_order o ON o.id = c.order_id"
          + " WHERE s.kind = 'REIMBURSE' AND s.state NOT IN ('DONE', 'REFUSED')"
          + SHOP;

  private static final String PARTS =
      "SELECT p.id, %s AS since, p.currency, p.amount, NULL::bigint AS booked,"
          + " CASE WHEN p.pending_reason = '' THEN '' ELSE 'pending.' || p.pending_reason END"
          + " AS detail, t.gateway, t.reference AS payment, p.id::text AS part,"
          + OF_CASE
          + " FROM refund_part p JOIN tender t ON t.id = p.tender_id"
          + " JOIN cancellation c ON c.id = p.cancellation_id"
          + " JOIN shop_order o ON o.id = c.order_id";

  /** What of a cancellation waits for a payment, which is what the item is about. */
  private static final String ITEMS =
      "SELECT w.id, w.opened_at AS since, c.currency, c.amount, NULL::bigint AS booked,"
          + " '' AS detail, t.gateway, t.reference AS payment, '' AS part,"
          + OF_CASE
          + " FROM work_item w JOIN cancellation c ON c.id = w.cancellation_id"
          + " JOIN shop_order o ON o.id = c.order_id JOIN LATERAL (SELECT * FROM tender"
          + " WHERE order_id = o.id AND reference <> '' ORDER BY EXISTS (SELECT 1"
          + " FROM external_refund e WHERE e.tender_id = tender.id) DESC, position LIMIT 1) t"
          + " ON true WHERE w.closed_at IS NULL"
          + SHOP;

  private static final String FAILURE =
      " AND ?.closed_at IS NULL AND ?.reason IN ('REFUND_FAILED', 'GATEWAY_REFUSED')";

  private static final String DIFFERENCES =
      "SELECT d.part AS id, d.found_at AS since, d.currency, coalesce(d.there, d.booked) AS amount,"
          + " CASE WHEN d.there IS NULL OR d.there = d.booked THEN NULL ELSE d.booked END"
          + " AS booked, 'difference.' || d.kind AS detail, d.gateway, d.payment,"
          + " d.part::text AS part,"
          + OF_CASE
          + " FROM reconciliation_difference d LEFT JOIN refund_part p ON p.id = d.part"
          + " LEFT JOIN cancellation c ON c.id = p.cancellation_id"
          + " LEFT JOIN LATERAL (SELECT order_id FROM tender WHERE reference = d.payment"
          + " AND d.payment <> '' AND gateway = d.gateway LIMIT 1) t ON true"
          + " LEFT JOIN shop_order o ON o.id = coalesce(c.order_id, t.order_id)"
          + " WHERE d.resolved_at IS NULL AND (:shop = '*' OR o.shop = :shop OR o.id IS NULL)";

  private static final Map<Uncertainty, String> QUERIES = queries();

  @Inject private Jdbi jdbi;

  /**
   * Money of one kind, the longest uncertain first.
   *
   * @param shop of one shop or of all; what no order is known of belongs to all
   * @param after where to begin: behind this moment and id
   */
  public List<UncertainMoney> list(
      Uncertainty kind, String shop, Instant after, UUID afterId, Instant now, int limit) {
    return ask(
        kind,
        "(since, id) > (:after, :id) ORDER BY since, id LIMIT " + limit,
        shop,
        after,
        afterId,
        now);
  }

  /** One of them, if it still is one. */
  public Optional<UncertainMoney> find(Uncertainty kind, String shop, UUID id, Instant now) {
    return ask(kind, "id = :id AND since > :after LIMIT 1", shop, Instant.EPOCH, id, now).stream()
        .findFirst();
  }

  private List<UncertainMoney> ask(
      Uncertainty kind, String which, String shop, Instant after, UUID id, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM (" + QUERIES.get(kind) + ") uncertain WHERE " + which)
                .bind("shop", shop)
                .bind("after", after)
                .bind("id", id)
                .bind("inFlight", now.minus(LONG_IN_FLIGHT))
                .bind("pending", now.minus(LONG_PENDING))
                .map((row, context) -> read(kind, row))
                .list());
  }

  private static Map<Uncertainty, String> queries() {
    Map<Uncertainty, String> queries = new EnumMap<>(Uncertainty.class);
    queries.put(Uncertainty.UNKNOWN_OUTCOME, STEPS + " AND s.state = 'UNKNOWN'");
    queries.put(
        Uncertainty.IN_FLIGHT,
        STEPS + " AND s.state IN ('IN_FLIGHT', 'AWAITING') AND s.attempted_at < :inFlight");
    queries.put(
        Uncertainty.PENDING,
        PARTS.formatted("p.submitted_at")
            + " WHERE p.state IN ('PENDING', 'REQUIRES_ACTION') AND (p.submitted_at < :pending"
            + " OR p.pending_reason = 'INSUFFICIENT_FUNDS' OR p.state = 'REQUIRES_ACTION')"
            + SHOP);
    queries.put(Uncertainty.CAPTURE_IN_FLIGHT, ITEMS + " AND w.reason = 'PAYMENT_PENDING'");
    queries.put(
        Uncertainty.DISPUTED,
        "SELECT a.tender_id AS id, coalesce(c.received_at, o.received_at) AS since, a.currency,"
            + " a.captured AS amount, NULL::bigint AS booked, '' AS detail, a.gateway,"
            + " a.reference AS payment, '' AS part,"
            + OF_CASE
            + " FROM tender_account a JOIN shop_order o ON o.id = a.order_id"
            + " LEFT JOIN LATERAL (SELECT * FROM cancellation WHERE order_id = o.id"
            + " ORDER BY id DESC LIMIT 1) c ON true WHERE a.state = 'DISPUTED'"
            + SHOP);
    queries.put(
        Uncertainty.FAILED,
        PARTS.formatted("w.opened_at")
            + " JOIN work_item w ON w.cancellation_id = c.id"
            + FAILURE.replace("?", "w")
            + " WHERE p.state IN ('FAILED', 'REVERSED') AND NOT EXISTS (SELECT 1 FROM work_item v"
            + " WHERE v.cancellation_id = c.id AND v.id < w.id"
            + FAILURE.replace("?", "v")
            + ")"
            + SHOP);
    queries.put(Uncertainty.ELSEWHERE, ITEMS + " AND w.reason = 'REFUNDED_ELSEWHERE'");
    queries.put(Uncertainty.MISMATCH, DIFFERENCES + " AND d.kind <> 'MISSING_HERE'");
    queries.put(Uncertainty.ORPHAN, DIFFERENCES + " AND d.kind = 'MISSING_HERE'");
    return queries;
  }

  private static UncertainMoney read(Uncertainty kind, ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    long booked = row.getLong("booked");
    boolean differs = !row.wasNull();
    String part = row.getString("part");
    Optional<UUID> cancellation = Optional.ofNullable(row.getObject("cancellation_id", UUID.class));
    Optional<UUID> order = Optional.ofNullable(row.getObject("order_id", UUID.class));
    return new UncertainMoney(
        kind,
        row.getObject("id", UUID.class),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        Money.of(row.getLong("amount"), currency),
        differs ? Money.of(booked, currency) : null,
        row.getString("detail"),
        new Topic(
            row.getString("gateway"),
            row.getString("payment"),
            part.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(part))),
        order,
        order.isPresent() ? row.getString("channel_number") : "",
        cancellation,
        cancellation.isPresent() ? Cancellation.number(row.getLong("number")) : "");
  }
}
