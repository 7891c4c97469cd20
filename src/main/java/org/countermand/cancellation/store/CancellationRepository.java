package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Facts;
import org.countermand.kernel.Money;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps cancellations. */
@ApplicationScoped
public class CancellationRepository {

  @Inject private Jdbi jdbi;

  public String nextNumber() {
    return jdbi.withHandle(
        handle ->
            Cancellation.number(
                handle
                    .createQuery("SELECT nextval('cancellation_number')")
                    .mapTo(Long.class)
                    .one()));
  }

  /**
   * Stores a fresh cancellation.
   *
   * @param askedWith the quotation that was consented to; a second one for it is not stored
   * @return whether it was stored
   */
  public boolean insert(Cancellation fresh, String basisText, Optional<UUID> askedWith) {
    return jdbi.withHandle(
        handle -> {
          int stored =
              handle.execute(
                  "INSERT INTO cancellation (id, number, order_id, shop, channel, kind, state, basis_kind,"
                      + " basis_text, quotation_id, asked_with, currency, amount, reason,"
                      + " findings, by_person, received_at)"
                      + " VALUES (?, ?, ?, ?, (SELECT channel FROM shop_order WHERE id = ?), ?, ?, ?,"
                      + " ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      + " ON CONFLICT (asked_with) DO NOTHING",
                  fresh.id(),
                  Long.parseLong(fresh.number().substring(2)),
                  fresh.orderId(),
                  fresh.shop(),
                  fresh.orderId(),
                  fresh.kind().name(),
                  fresh.state().name(),
                  fresh.basisKind(),
                  basisText,
                  fresh.quotationId().map(UUID::toString).orElse(null),
                  askedWith.map(UUID::toString).orElse(null),
                  fresh.amount().currency().getCurrencyCode(),
                  fresh.amount().minor(),
                  fresh.reason(),
                  Facts.writeFindings(fresh.findings()),
                  fresh.byPerson(),
                  fresh.moments().receivedAt());
          if (stored == 1) {
            insertLines(handle, fresh);
          }
          return stored == 1;
        });
  }

  /** Writes what can change of it. */
  public Cancellation save(Cancellation changed) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "UPDATE cancellation SET state = ?, quotation_id = ?, amount = ?, findings = ?,"
                  + " by_person = ?, decided_at = ?, confirmed_at = ?, held_at = ?,"
                  + " executing_at = ?, completed_at = ?, updated_at = now() WHERE id = ?",
              changed.state().name(),
              changed.quotationId().map(UUID::toString).orElse(null),
              changed.amount().minor(),
              Facts.writeFindings(changed.findings()),
              changed.byPerson(),
              changed.moments().decidedAt(),
              changed.moments().confirmedAt(),
              changed.moments().heldAt(),
              changed.moments().executingAt(),
              changed.moments().completedAt(),
              changed.id());
        });
    return changed;
  }

  /** Writes how many units of each line are held. */
  public void saveHeld(Cancellation changed) {
    jdbi.useHandle(
        handle ->
            changed
                .lines()
                .forEach(
                    line ->
                        handle.execute(
                            "UPDATE cancelled_line SET held = ?"
                                + " WHERE cancellation_id = ? AND line_id = ?",
                            line.held(),
                            changed.id(),
                            line.lineId())));
  }

  public Optional<Cancellation> find(UUID id) {
    return one("SELECT * FROM cancellation WHERE id = :id", id);
  }

  /** Locks the row until the transaction ends. */
  public Optional<Cancellation> lock(UUID id) {
    return one("SELECT * FROM cancellation WHERE id = :id FOR NO KEY UPDATE", id);
  }

  public Optional<Cancellation> askedWith(UUID quotationId) {
    return one("SELECT * FROM cancellation WHERE asked_with = :id", quotationId.toString());
  }

  public List<Cancellation> ofOrder(UUID orderId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM cancellation WHERE order_id = :id ORDER BY id DESC")
                .bind("id", orderId)
                .map((row, context) -> read(handle, row))
                .list());
  }

  /** Cancellations that have stood in a state since before a moment. */
  public List<UUID> standing(State state, Instant receivedBefore, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM cancellation WHERE state = :state AND received_at < :before"
                        + " ORDER BY received_at LIMIT :limit")
                .bind("state", state.name())
                .bind("before", receivedBefore)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  private Optional<Cancellation> one(String sql, Object id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("id", id)
                .map((row, context) -> read(handle, row))
                .findOne());
  }

  private static void insertLines(Handle handle, Cancellation fresh) {
    int position = 0;
    for (CancelledLine line : fresh.lines()) {
      handle.execute(
          "INSERT INTO cancelled_line VALUES (?, ?, ?, ?, ?)",
          fresh.id(),
          line.lineId(),
          ++position,
          line.asked(),
          line.held());
    }
  }

  private static Cancellation read(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Cancellation(
        id,
        Cancellation.number(row.getLong("number")),
        row.getObject("order_id", UUID.class),
        row.getString("shop"),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getString("basis_kind"),
        Optional.ofNullable(row.getString("quotation_id")).map(UUID::fromString),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getString("reason"),
        lines(handle, id),
        Facts.readFindings(row.getString("findings")),
        row.getBoolean("by_person"),
        new Cancellation.Moments(
            row.getObject("received_at", OffsetDateTime.class).toInstant(),
            instant(row, "decided_at"),
            instant(row, "confirmed_at"),
            instant(row, "held_at"),
            instant(row, "executing_at"),
            instant(row, "completed_at")));
  }

  private static List<CancelledLine> lines(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM cancelled_line WHERE cancellation_id = :id ORDER BY position")
        .bind("id", id)
        .map(
            (row, context) ->
                new CancelledLine(
                    row.getObject("line_id", UUID.class), row.getInt("asked"), row.getInt("held")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
