package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.kernel.Period;
import org.countermand.payment.model.Drawn;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PendingReason;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.RefundTrace;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Keeps refund parts. */
@ApplicationScoped
public class PartRepository {

  @Inject private Jdbi jdbi;

  /** Stores it as the next of its cancellation on its tender. */
  public RefundPart insert(RefundPart part) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO refund_part (id, cancellation_id, order_id, tender_id, kind, state,"
                    + " currency, amount, reserved, reference, share)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, false, '', 1 + (SELECT count(*) FROM"
                    + " refund_part WHERE cancellation_id = ? AND tender_id = ?))",
                part.id(),
                part.cancellationId(),
                part.orderId(),
                part.tenderId(),
                part.kind().name(),
                part.state().name(),
                part.amount().currency().getCurrencyCode(),
                part.amount().minor(),
                part.cancellationId(),
                part.tenderId()));
    return part;
  }

  public RefundPart find(UUID partId) {
    return list("id = :id", partId).get(0);
  }

  /** The part, where the id may be anybody's. */
  public Optional<RefundPart> known(UUID partId) {
    return list("id = :id", partId).stream().findFirst();
  }

  /** The parts in the order in which they are begun: credit first, then as it was paid. */
  public List<RefundPart> ofCancellation(UUID cancellationId) {
    return list(
        "cancellation_id = :id ORDER BY kind <> 'CREDIT',"
            + " (SELECT t.position FROM tender t WHERE t.id = tender_id), share",
        cancellationId);
  }

  /** All parts that are drawn on a tender, and whether it is charged with them. */
  public List<Drawn> ofTender(UUID tenderId) {
    return drawn("tender_id = :id ORDER BY id", tenderId);
  }

  /** The part as the books have it, where the id may be anybody's. */
  public Optional<Drawn> drawn(UUID partId) {
    return drawn("id = :id", partId).stream().findFirst();
  }

  /** Those of some parts that are ours. */
  public List<Drawn> drawn(Collection<UUID> partIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM refund_part WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, partIds)
                .map((row, context) -> new Drawn(part(row), row.getBoolean("reserved")))
                .list());
  }

  /** The parts that some refunds name, or that a person counted them for. */
  public List<Drawn> standingFor(String gateway, List<GatewayRefund> refunds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM refund_part WHERE id = ANY(:ids) OR id IN (SELECT counted_for"
                        + " FROM external_refund WHERE gateway = :gateway"
                        + " AND reference = ANY(:references) AND counted_for IS NOT NULL)")
                .bindArray(
                    "ids",
                    UUID.class,
                    refunds.stream().flatMap(refund -> refund.partId().stream()).toList())
                .bindArray(
                    "references",
                    String.class,
                    refunds.stream().map(GatewayRefund::reference).toList())
                .bind("gateway", gateway)
                .map((row, context) -> new Drawn(part(row), row.getBoolean("reserved")))
                .list());
  }

  /** Refunds that a gateway has by our books, and that were asked for within a span of time. */
  public List<RefundPart> submitted(String gateway, Period asked) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT p.* FROM refund_part p JOIN tender t ON t.id = p.tender_id"
                        + " WHERE p.kind = 'REFUND' AND t.gateway = :gateway AND p.reference <> ''"
                        + " AND p.reserved AND p.submitted_at >= :from AND p.submitted_at < :until"
                        + " ORDER BY p.submitted_at")
                .bind("gateway", gateway)
                .bind("from", asked.from().orElse(Instant.EPOCH))
                .bind("until", asked.until().orElse(Instant.EPOCH))
                .map((row, context) -> part(row))
                .list());
  }

  public List<RefundPart> pending(Instant submittedBefore, int limit) {
    return list(
        "state IN ('PENDING', 'REQUIRES_ACTION') AND submitted_at < :id ORDER BY submitted_at"
            + " LIMIT "
            + limit,
        submittedBefore);
  }

  /** Whether the account is charged with the part. */
  public boolean reserved(UUID partId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT reserved FROM refund_part WHERE id = :id")
                .bind("id", partId)
                .mapTo(Boolean.class)
                .one());
  }

  public RefundPart submit(UUID partId, PartKind kind, Instant at) {
    return changed(
        "UPDATE refund_part SET kind = ?, state = 'SUBMITTED', reserved = true,"
            + " submitted_at = coalesce(submitted_at, ?) WHERE id = ?",
        kind.name(),
        at,
        partId);
  }

  /** What needs no call is submitted and settled in one. */
  public void settleWithoutCall(UUID partId, PartKind kind, String reference, Instant at) {
    execute(
        "UPDATE refund_part SET kind = ?, state = 'SUCCEEDED', reserved = true, reference = ?,"
            + " submitted_at = coalesce(submitted_at, ?), settled_at = ? WHERE id = ?",
        kind.name(),
        reference,
        at,
        at,
        partId);
  }

  public RefundPart become(UUID partId, GatewayAnswer answer, boolean reserved, Instant at) {
    return changed(
        "UPDATE refund_part SET state = ?, reserved = ?,"
            + " reference = coalesce(nullif(?, ''), reference),"
            + " network_reference = coalesce(nullif(?, ''), network_reference), pending_reason = ?,"
            + " settled_at = CASE WHEN ? THEN coalesce(settled_at, ?) ELSE settled_at END"
            + " WHERE id = ?",
        answer.state().name(),
        reserved,
        answer.reference(),
        answer.trace().networkReference(),
        reason(answer.trace()),
        answer.state() == PartState.SUCCEEDED,
        at,
        partId);
  }

  /** What is left of a part of which the rest goes back in another way. */
  public void narrow(UUID partId, Money amount) {
    execute("UPDATE refund_part SET amount = ? WHERE id = ?", amount.minor(), partId);
  }

  /** Writes how far it is on its way, where its state is as it was. */
  public RefundPart trace(UUID partId, RefundTrace trace) {
    return changed(
        "UPDATE refund_part SET pending_reason = ?,"
            + " network_reference = coalesce(nullif(?, ''), network_reference) WHERE id = ?",
        reason(trace),
        trace.networkReference(),
        partId);
  }

  public void unreserve(UUID partId) {
    execute("UPDATE refund_part SET reserved = false WHERE id = ?", partId);
  }

  /** Promises that were never begun leave no trace but in the audit log. */
  public void deleteRequested(UUID cancellationId) {
    execute(
        "DELETE FROM refund_part WHERE cancellation_id = ? AND state = 'REQUESTED'",
        cancellationId);
  }

  private void execute(String sql, Object... arguments) {
    jdbi.useHandle(handle -> handle.execute(sql, arguments));
  }

  private RefundPart changed(String sql, Object... arguments) {
    return jdbi.withHandle(
        handle -> {
          Query query = handle.createQuery(sql + " RETURNING *");
          for (int i = 0; i < arguments.length; i++) {
            query.bind(i, arguments[i]);
          }
          return query.map((row, context) -> part(row)).one();
        });
  }

  private List<RefundPart> list(String where, Object id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM refund_part WHERE " + where)
                .bind("id", id)
                .map((row, context) -> part(row))
                .list());
  }

  private List<Drawn> drawn(String where, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM refund_part WHERE " + where)
                .bind("id", id)
                .map((row, context) -> new Drawn(part(row), row.getBoolean("reserved")))
                .list());
  }

  private static String reason(RefundTrace trace) {
    return trace.pendingReason().map(PendingReason::name).orElse("");
  }

  private static RefundPart part(ResultSet row) throws SQLException {
    return new RefundPart(
        row.getObject("id", UUID.class),
        row.getObject("cancellation_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getObject("tender_id", UUID.class),
        PartKind.valueOf(row.getString("kind")),
        PartState.valueOf(row.getString("state")),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getString("reference"),
        instant(row, "submitted_at"),
        instant(row, "settled_at"),
        trace(row));
  }

  private static RefundTrace trace(ResultSet row) throws SQLException {
    String reason = row.getString("pending_reason");
    return new RefundTrace(
        row.getString("network_reference"),
        reason.isEmpty() ? Optional.empty() : Optional.of(PendingReason.valueOf(reason)));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
