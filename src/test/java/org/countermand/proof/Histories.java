package org.countermand.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the audit log tells of every step in the life of every cancellation, and of no other. */
final class Histories implements Statement {

  private static final String SQL =
      """
      SELECT c.number, c.state, c.received_at, c.confirmed_at, c.executing_at, c.completed_at,
             e.whats, e.states, e.ats
      FROM cancellation c
      LEFT JOIN (SELECT subject_id, array_agg(what) AS whats,
                        array_agg(coalesce(substring(body FROM '(?:^|\\n)state=([A-Z_]+)'), '')) AS states,
                        array_agg(at) AS ats
                 FROM audit_entry GROUP BY subject_id) e ON e.subject_id = c.id
      """;

  /** The column that tells of the same moment as an entry of the log. */
  private static final Map<String, String> MOMENTS =
      Map.of(
          "CONFIRMED", "confirmed_at",
          "EXECUTING", "executing_at",
          "COMPLETED", "completed_at");

  @Override
  public String id() {
    return "histories";
  }

  @Override
  public String sentence() {
    return "The audit log leads every cancellation from its receipt to its state, step by step.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    evidence.books().each(SQL, row -> examine(row, tally));
  }

  private static void examine(ResultSet row, Tally tally) throws SQLException {
    tally.looked();
    String name = Numbers.cancellation(row.getLong("number"));
    List<Course.Entry> edges = new ArrayList<>();
    int receipts = 0;
    for (Course.Entry entry : entries(row)) {
      if (entry.what().equals("RECEIVED")) {
        receipts++;
      } else if (Course.isEdge(entry.what())) {
        edges.add(entry);
        tally.claim(sameMoment(row, entry), "%s: %s at another moment", name, entry.what());
      }
    }
    tally.claim(receipts == 1, "%s: received %d times", name, receipts);
    OffsetDateTime received = moment(row, "received_at");
    Course.trouble(received == null ? OffsetDateTime.MIN : received, edges, row.getString("state"))
        .ifPresent(trouble -> tally.broken(name + ": " + trouble));
  }

  private static List<Course.Entry> entries(ResultSet row) throws SQLException {
    List<Course.Entry> entries = new ArrayList<>();
    if (row.getArray("whats") != null) {
      String[] whats = (String[]) row.getArray("whats").getArray();
      String[] states = (String[]) row.getArray("states").getArray();
      Timestamp[] ats = (Timestamp[]) row.getArray("ats").getArray();
      for (int i = 0; i < whats.length; i++) {
        entries.add(
            new Course.Entry(whats[i], states[i], ats[i].toInstant().atOffset(ZoneOffset.UTC)));
      }
    }
    return entries;
  }

  private static boolean sameMoment(ResultSet row, Course.Entry entry) throws SQLException {
    String column = MOMENTS.get(entry.state());
    return column == null || entry.at().equals(moment(row, column));
  }

  private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }
}
