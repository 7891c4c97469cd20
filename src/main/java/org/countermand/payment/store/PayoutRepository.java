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
import org.countermand.kernel.Facts;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.payment.model.Errand;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.PayoutWork;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Keeps payouts, who is at them, and what their calls came to. */
@ApplicationScoped
public class PayoutRepository {

  private static final String SELECT =
      "SELECT p.*, coalesce(a.tail, '') AS tail FROM payout p"
          + " LEFT JOIN payout_account a ON a.payout_id = p.id WHERE ";

  private static final String DUE =
      " p.due_at IS NOT NULL"
          + " AND (p.due_at <= :now OR (p.owner IS NOT NULL AND NOT node_alive(p.owner)))";

  @Inject private Jdbi jdbi;

  /**
   * Writes a new payout; false if another one stands for its part.
   *
   * @param assent the sentence that was agreed to, or empty
   */
  public boolean insert(Payout payout, String assent) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    "INSERT INTO payout (id, part_id, cancellation_id, order_id, shop, method,"
                        + " state, currency, amount, same_name, chosen_by, chosen_at, assent,"
                        + " reference, settled_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                    payout.id(),
                    payout.partId(),
                    payout.cancellationId(),
                    payout.orderId(),
                    payout.shop(),
                    payout.method().name(),
                    payout.state().name(),
                    payout.amount().currency().getCurrencyCode(),
                    payout.amount().minor(),
                    payout.sameName(),
                    payout.chosenBy(),
                    payout.chosenAt(),
                    assent,
                    payout.reference(),
                    payout.settledAt())
                == 1);
  }

  public Optional<Payout> find(UUID id) {
    return query(SELECT + "p.id = :id", id).stream().findFirst();
  }

  /** Locks the payout until the transaction ends. */
  public Optional<Payout> lock(UUID id) {
    return query(SELECT + "p.id = :id FOR UPDATE OF p", id).stream().findFirst();
  }

  /** The payout that stands for a part. */
  public Optional<Payout> standing(UUID partId) {
    return query(
            SELECT + "p.part_id = :id AND p.state NOT IN ('REJECTED', 'FAILED', 'RETURNED')",
            partId)
        .stream()
        .findFirst();
  }

  /** All of a cancellation, the oldest first. */
  public List<Payout> ofCancellation(UUID cancellationId) {
    return query(SELECT + "p.cancellation_id = :id ORDER BY p.id", cancellationId);
  }

  /** Those that wait for a decision, the longest waiting first. */
  public List<Payout> undecided(String shop, int limit) {
    return query(
        SELECT
            + "p.state = 'CHOSEN' AND (:id = '*' OR p.shop = :id) ORDER BY p.chosen_at, p.id LIMIT "
            + limit,
        shop);
  }

  /** Those that were decided, the latest first. */
  public List<Payout> decided(String shop, int limit) {
    return query(
        SELECT
            + "p.state <> 'CHOSEN' AND (:id = '*' OR p.shop = :id)"
            + " ORDER BY p.chosen_at DESC, p.id LIMIT "
            + limit,
        shop);
  }

  /** Writes what was decided. */
  public void saveDecision(Payout payout, @Nullable Instant dueAt) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE payout SET state = ?, decided_by = ?, decided_at = ?, why = ?, due_at = ?"
                    + " WHERE id = ?",
                payout.state().name(),
                payout.decidedBy(),
                payout.decidedAt(),
                Facts.writeFindings(payout.why().stream().toList()),
                dueAt,
                payout.id()));
  }

  /** Payouts with something to do, the longest waiting first. */
  public List<UUID> waiting(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT p.id FROM payout p WHERE" + DUE + " ORDER BY p.due_at LIMIT :n")
                .bind("now", now)
                .bind("n", limit)
                .mapTo(UUID.class)
                .list());
  }

  /** Locks a payout, if it may go on now and nobody alive is at it. */
  public Optional<Errand> claimable(UUID id, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "p.id = :id AND" + DUE + " FOR UPDATE OF p SKIP LOCKED")
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> errand(row))
                .findOne());
  }

  /** Locks a payout that was claimed; nothing if somebody else has claimed it since. */
  public Optional<Errand> current(PayoutWork work) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "p.id = :id AND p.claim = :claim FOR UPDATE OF p")
                .bind("id", work.payout().id())
                .bind("claim", work.errand().claim())
                .map((row, context) -> errand(row))
                .findOne());
  }

  /**
   * Writes how far an errand is and what the journal says of it, in one statement.
   *
   * @param owner who holds it until it is due or until his death
   */
  public void save(
      Errand errand,
      @Nullable Integer owner,
      String phase,
      String outcome,
      String detail,
      Instant now) {
    Payout payout = errand.payout();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "WITH line AS (INSERT INTO payout_journal VALUES (?, ?, ?, ?, ?, ?, ?, ?))"
                    + " UPDATE payout SET state = ?, why = ?, reference = ?, settled_at = ?,"
                    + " owner = ?, claim = ?, attempt_id = ?, attempt = ?, attempted_at = ?,"
                    + " tries = ?, look = ?, due_at = ?, note = ? WHERE id = ?",
                Ids.next(),
                payout.id(),
                errand.attemptId().orElseThrow(),
                errand.attempt(),
                phase,
                outcome,
                detail,
                now,
                payout.state().name(),
                Facts.writeFindings(payout.why().stream().toList()),
                payout.reference(),
                payout.settledAt(),
                owner,
                errand.claim(),
                errand.attemptId().map(UUID::toString).orElse(null),
                errand.attempt(),
                errand.attemptedAt(),
                errand.tries(),
                errand.look(),
                errand.dueAt(),
                errand.note(),
                payout.id()));
  }

  private List<Payout> query(String sql, Object id) {
    return jdbi.withHandle(
        handle -> {
          Query query = handle.createQuery(sql).bind("id", id);
          return query.map((row, context) -> payout(row)).list();
        });
  }

  private static Errand errand(ResultSet row) throws SQLException {
    return new Errand(
        payout(row),
        row.getLong("claim"),
        Optional.ofNullable(row.getString("attempt_id")).map(UUID::fromString),
        row.getInt("attempt"),
        instant(row, "attempted_at"),
        row.getInt("tries"),
        row.getBoolean("look"),
        instant(row, "due_at"),
        row.getString("note"));
  }

  private static Payout payout(ResultSet row) throws SQLException {
    return new Payout(
        row.getObject("id", UUID.class),
        row.getObject("part_id", UUID.class),
        row.getObject("cancellation_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("shop"),
        PayoutMethod.valueOf(row.getString("method")),
        PayoutState.valueOf(row.getString("state")),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getBoolean("same_name"),
        row.getString("tail"),
        row.getString("chosen_by"),
        row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        Facts.readFindings(row.getString("why")).stream().findFirst(),
        row.getString("reference"),
        instant(row, "settled_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
