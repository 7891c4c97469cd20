package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.RefundPart;
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
            + " settled_at = CASE WHEN ? THEN coalesce(settled_at, ?) ELSE settled_at END"
            + " WHERE id = ?",
        answer.state().name(),
        reserved,
        answer.reference(),
        answer.state() == PartState.SUCCEEDED,
        at,
        partId);
  }

  /** What is left of a part of which the rest goes back in another way. */
  public void narrow(UUID partId, Money amount) {
    execute("UPDATE refund_part SET amount = ? WHERE id = ?", amount.minor(), partId);
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
        instant(row, "settled_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
