package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Facts;
import org.countermand.kernel.Money;
import org.countermand.platform.database.RoundTrip;
import org.countermand.platform.database.TextArray;
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
    return list("c.id = ?", id).stream().findFirst();
  }

  /** Locks the row until the transaction ends, and reads what is true under the lock. */
  public Optional<Cancellation> lock(UUID id) {
    return jdbi.withHandle(
        handle ->
            RoundTrip.ask(
                handle,
                "SELECT id FROM cancellation WHERE id = ? FOR NO KEY UPDATE;" + read("c.id = ?"),
                id,
                answers -> {
                  answers.rows(row -> row.getObject(1, UUID.class));
                  return read(answers).stream().findFirst();
                }));
  }

  public Optional<Cancellation> askedWith(UUID quotationId) {
    return list("c.asked_with = ?::text", quotationId).stream().findFirst();
  }

  public List<Cancellation> ofOrder(UUID orderId) {
    return list("c.order_id = ?", orderId);
  }

  /** Cancellations whose offer nobody agreed to in time. */
  public List<UUID> lapsed(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT c.id FROM cancellation c JOIN quotation q ON q.id = c.quotation_id::uuid"
                        + " WHERE c.state = 'QUOTED' AND q.expires_at < :now"
                        + " ORDER BY q.expires_at LIMIT :limit")
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  /**
   * Cancellations that are recorded and not judged. In no order: those that cannot be judged for
   * long must not keep others from their turn.
   */
  public List<UUID> unjudged(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM cancellation WHERE state = 'RECEIVED'"
                        + " ORDER BY random() LIMIT :limit")
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  /** Those of some that are confirmed and not over; what waits for a person is not among them. */
  public List<UUID> underWay(List<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM cancellation WHERE id = ANY(:ids::uuid[])"
                        + " AND state IN ('CONFIRMED', 'HOLDING', 'EXECUTING')")
                .bind("ids", TextArray.of(ids))
                .mapTo(UUID.class)
                .list());
  }

  private List<Cancellation> list(String which, UUID id) {
    return jdbi.withHandle(
        handle -> RoundTrip.ask(handle, read(which), id, CancellationRepository::read));
  }

  private static String read(String which) {
    return "SELECT l.* FROM cancelled_line l JOIN cancellation c ON c.id = l.cancellation_id WHERE "
        + which
        + " ORDER BY l.position; SELECT c.* FROM cancellation c WHERE "
        + which
        + " ORDER BY c.id DESC";
  }

  private static List<Cancellation> read(RoundTrip answers) {
    Map<UUID, List<CancelledLine>> lines =
        answers.grouped(
            row ->
                new CancelledLine(
                    row.getObject("line_id", UUID.class), row.getInt("asked"), row.getInt("held")));
    return answers.rows(row -> read(row, lines));
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

  private static Cancellation read(ResultSet row, Map<UUID, List<CancelledLine>> lines)
      throws SQLException {
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
        lines.getOrDefault(id, List.of()),
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

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
