package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.countermand.payment.model.Reconciliation;
import org.countermand.payment.model.Tally;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps which days were compared with which gateways, by whom, and what it came to. */
@ApplicationScoped
public class ReconciliationRepository {

  /** Longer than the comparison of a day takes; who lost its thread does not block the day. */
  private static final Duration DEADLINE = Duration.ofMinutes(30);

  private static final String MINE =
      " WHERE gateway = :gateway AND day = :day AND owner = :owner AND tries = :tries"
          + " AND state = 'RUNNING'";

  @Inject private Jdbi jdbi;

  /**
   * Makes a day due that is not there yet, and with it those since the last one that is: nodes may
   * have stood still.
   */
  public void due(String gateway, LocalDate day, int atMost, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO reconciliation_run (gateway, day, state, due_at)"
                        + " SELECT :gateway, d::date, 'DUE', :now FROM generate_series("
                        + " greatest(:day::date - :atMost::int + 1, coalesce((SELECT max(day) + 1"
                        + " FROM reconciliation_run WHERE gateway = :gateway), :day::date)),"
                        + " :day::date, interval '1 day') d ON CONFLICT DO NOTHING")
                .bind("gateway", gateway)
                .bind("day", day)
                .bind("atMost", atMost)
                .bind("now", now)
                .execute());
  }

  /** Makes a day due again; whoever is at it goes on. */
  public void again(String gateway, LocalDate day, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO reconciliation_run AS r (gateway, day, state, due_at)"
                        + " VALUES (:gateway, :day, 'DUE', :now) ON CONFLICT (gateway, day)"
                        + " DO UPDATE SET state = 'DUE', due_at = excluded.due_at, owner = NULL,"
                        + " tries = r.tries WHERE r.state <> 'RUNNING' OR NOT node_alive(r.owner)")
                .bind("gateway", gateway)
                .bind("day", day)
                .bind("now", now)
                .execute());
  }

  /** The claim is a lease: it holds while the claiming node lives, and until the deadline. */
  public Optional<Reconciliation> claim(int node, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "WITH mine AS (SELECT gateway, day FROM reconciliation_run"
                        + " WHERE state <> 'DONE' AND (due_at <= :now"
                        + " OR (owner IS NOT NULL AND NOT node_alive(owner)))"
                        + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                        + " UPDATE reconciliation_run r SET state = 'RUNNING', owner = :node,"
                        + " tries = r.tries + 1, due_at = :deadline, started_at = :now"
                        + " FROM mine WHERE r.gateway = mine.gateway AND r.day = mine.day"
                        + " RETURNING r.*")
                .bind("now", now)
                .bind("node", node)
                .bind("deadline", now.plus(DEADLINE))
                .map((row, context) -> read(row))
                .findOne());
  }

  /** Writes what it came to, unless somebody has taken it over. */
  public boolean finish(Reconciliation run, Tally tally, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE reconciliation_run SET state = 'DONE', owner = NULL,"
                            + " finished_at = :now, listed = :listed, ours = :ours,"
                            + " elsewhere = :elsewhere, differences = :differences,"
                            + " settled = :settled, exact = :exact, note = ''"
                            + MINE)
                    .bind("gateway", run.gateway())
                    .bind("day", run.day())
                    .bind("owner", run.owner())
                    .bind("tries", run.tries())
                    .bind("now", now)
                    .bind("listed", tally.listed())
                    .bind("ours", tally.ours())
                    .bind("elsewhere", tally.elsewhere())
                    .bind("differences", tally.differences())
                    .bind("settled", tally.settled())
                    .bind("exact", tally.exact())
                    .execute()
                == 1);
  }

  /** Gives the claim back; it may be tried again at that moment. */
  public void postpone(Reconciliation run, String why, Instant until) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE reconciliation_run SET state = 'DUE', owner = NULL, due_at = :until,"
                        + " note = :why"
                        + MINE)
                .bind("gateway", run.gateway())
                .bind("day", run.day())
                .bind("owner", run.owner())
                .bind("tries", run.tries())
                .bind("until", until)
                .bind("why", why)
                .execute());
  }

  /** The last days, the youngest first. */
  public List<Reconciliation> last(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM reconciliation_run ORDER BY day DESC, gateway DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
  }

  private static Reconciliation read(ResultSet row) throws SQLException {
    return new Reconciliation(
        row.getString("gateway"),
        row.getObject("day", LocalDate.class),
        Reconciliation.State.valueOf(row.getString("state")),
        row.getInt("owner"),
        row.getInt("tries"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        new Tally(
            row.getLong("listed"),
            row.getLong("ours"),
            row.getLong("elsewhere"),
            row.getLong("differences"),
            row.getLong("settled"),
            row.getLong("exact")),
        row.getString("note"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
