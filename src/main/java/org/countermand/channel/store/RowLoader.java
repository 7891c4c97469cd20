package org.countermand.channel.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.RowFate;
import org.countermand.channel.model.RowReason;
import org.countermand.channel.model.RowTotal;
import org.countermand.platform.database.CopyRows;
import org.countermand.platform.database.TextArray;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the rows of files and what they come to. */
@ApplicationScoped
public class RowLoader {

  @Inject private Jdbi jdbi;

  /** How many rows a number of a file has. */
  public record Numbered(String number, long rows) {}

  /** Adds rows, and adds them up. */
  public void load(UUID jobId, Collection<FileRow> rows) {
    CopyRows copy =
        new CopyRows(
            "job_row", "job_id, line, fate, reason, column_name, number, units, value, text");
    rows.forEach(
        row ->
            copy.add(
                jobId,
                row.line(),
                row.fate(),
                reason(row.reason()),
                row.column(),
                row.number(),
                row.units(),
                row.value().toPlainString(),
                row.text()));
    jdbi.useHandle(
        handle -> {
          copy.into(handle.getConnection());
          add(handle, jobId, rows, 1);
        });
  }

  /** The next numbers of rows that become something, in the database's own order. */
  public List<Numbered> numbersAfter(UUID jobId, String number, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT number, count(*) FROM job_row WHERE job_id = :job"
                        + " AND fate <> 'REPORTED' AND number > :number"
                        + " GROUP BY number ORDER BY number LIMIT :limit")
                .bind("job", jobId)
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> new Numbered(row.getString(1), row.getLong(2)))
                .list());
  }

  /** How many different numbers there are. */
  public long numbers(UUID jobId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM (SELECT DISTINCT number FROM job_row"
                        + " WHERE job_id = :job AND fate <> 'REPORTED') n")
                .bind("job", jobId)
                .mapTo(Long.class)
                .one());
  }

  /** The rows of some numbers that become something, by number and line. */
  public List<FileRow> rows(UUID jobId, List<String> numbers) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM job_row WHERE job_id = :job AND fate <> 'REPORTED'"
                        + " AND number = ANY(:numbers::text[]) ORDER BY number, line")
                .bind("job", jobId)
                .bind("numbers", TextArray.of(numbers))
                .map((row, context) -> row(row))
                .list());
  }

  /** Reports rows after all. */
  public void report(UUID jobId, List<FileRow> before, RowReason reason, String column) {
    if (before.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "UPDATE job_row SET fate = 'REPORTED', reason = ?, column_name = ? WHERE job_id = ?"
                  + " AND fate <> 'REPORTED' AND number = ANY(?::text[])"
                  + " AND line = ANY(?::bigint[])",
              reason.name(),
              column,
              jobId,
              TextArray.of(before.stream().map(FileRow::number).distinct().toList()),
              TextArray.of(before.stream().map(FileRow::line).toList()));
          add(handle, jobId, before, -1);
          add(handle, jobId, before.stream().map(r -> r.reported(reason, column)).toList(), 1);
        });
  }

  /** Reports all rows of one number, however many they are. */
  public void report(UUID jobId, String number, RowReason reason) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "WITH moved AS (UPDATE job_row SET fate = 'REPORTED', reason = ? FROM job_row old"
                  + " WHERE job_row.job_id = ? AND job_row.fate <> 'REPORTED'"
                  + " AND job_row.number = ? AND old.job_id = job_row.job_id"
                  + " AND old.line = job_row.line RETURNING old.fate AS was, job_row.units,"
                  + " job_row.value), less AS (UPDATE job_total t SET rows = t.rows - m.rows,"
                  + " units = t.units - m.units, value = t.value - m.value FROM (SELECT was,"
                  + " count(*) AS rows, sum(units) AS units, sum(value) AS value FROM moved"
                  + " GROUP BY was) m WHERE t.job_id = ? AND t.fate = m.was AND t.reason = '')"
                  + " INSERT INTO job_total SELECT ?, 'REPORTED', ?, count(*), sum(units),"
                  + " sum(value) FROM moved HAVING count(*) > 0 ON CONFLICT (job_id, fate, reason)"
                  + " DO UPDATE SET rows = job_total.rows + excluded.rows,"
                  + " units = job_total.units + excluded.units,"
                  + " value = job_total.value + excluded.value",
              reason.name(),
              jobId,
              number,
              jobId,
              jobId,
              reason.name());
        });
  }

  /** What the rows come to, by fate and reason. */
  public List<RowTotal> totals(UUID jobId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT fate, reason, rows, units, value FROM job_total WHERE job_id = :job"
                        + " AND rows > 0 ORDER BY fate, reason")
                .bind("job", jobId)
                .map(
                    (row, context) ->
                        new RowTotal(
                            RowFate.valueOf(row.getString(1)),
                            reason(row.getString(2)),
                            row.getLong(3),
                            row.getLong(4),
                            row.getBigDecimal(5)))
                .list());
  }

  /** The reported rows after a line. */
  public List<FileRow> reported(UUID jobId, long afterLine, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM job_row WHERE job_id = :job AND fate = 'REPORTED'"
                        + " AND line > :line ORDER BY line LIMIT :limit")
                .bind("job", jobId)
                .bind("line", afterLine)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
  }

  /** Drops what became something else; only the report stays. */
  public void dropSettled(UUID jobId) {
    jdbi.useHandle(
        handle ->
            handle.execute("DELETE FROM job_row WHERE job_id = ? AND fate <> 'REPORTED'", jobId));
  }

  private static void add(Handle handle, UUID jobId, Collection<FileRow> rows, int sign) {
    Map<String, RowTotal> totals = new LinkedHashMap<>();
    for (FileRow row : rows) {
      totals.merge(row.fate() + reason(row.reason()), RowTotal.none(row).and(row), RowTotal::plus);
    }
    totals.values().stream()
        .sorted(java.util.Comparator.comparing(t -> t.fate() + reason(t.reason())))
        .forEach(
            total ->
                handle.execute(
                    "INSERT INTO job_total VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (job_id, fate, reason) DO UPDATE SET"
                        + " rows = job_total.rows + excluded.rows,"
                        + " units = job_total.units + excluded.units,"
                        + " value = job_total.value + excluded.value",
                    jobId,
                    total.fate().name(),
                    reason(total.reason()),
                    sign * total.rows(),
                    sign * total.units(),
                    sign > 0 ? total.value() : total.value().negate()));
  }

  private static FileRow row(ResultSet row) throws SQLException {
    return new FileRow(
        row.getLong("line"),
        RowFate.valueOf(row.getString("fate")),
        reason(row.getString("reason")),
        row.getString("column_name"),
        row.getString("number"),
        row.getLong("units"),
        row.getBigDecimal("value"),
        row.getString("text"));
  }

  private static @org.jspecify.annotations.Nullable RowReason reason(String name) {
    return name.isEmpty() ? null : RowReason.valueOf(name);
  }

  private static String reason(@org.jspecify.annotations.Nullable RowReason reason) {
    return reason == null ? "" : reason.name();
  }
}
