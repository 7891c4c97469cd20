package org.countermand.sandbox.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws what a replay showed: how many cancellations a month, and how long after the purchase. */
public final class ReplayPicture {

  private static final String MONTHS =
      "SELECT to_char(month, 'Mon YY'), n FROM (SELECT date_trunc('month', received_at) AS month,"
          + " count(*) AS n FROM cancellation GROUP BY 1) AS counted ORDER BY month";

  private static final String AGES =
      """
      SELECT b.label, count(c.id) FROM (VALUES
        (1, 'same day', 0, 1), (2, '1–2 days', 1, 3), (3, '3–6 days', 3, 7),
        (4, '1–2 weeks', 7, 14), (5, '2–4 weeks', 14, 28), (6, '1–3 months', 28, 90),
        (7, 'later', 90, 100000)) AS b (position, label, least, most)
        LEFT JOIN (SELECT c.id, c.received_at::date - o.placed_at::date AS days
          FROM cancellation c JOIN shop_order o ON o.id = c.order_id) c
        ON c.days >= b.least AND c.days < b.most
        GROUP BY b.position, b.label ORDER BY b.position
      """;

  private static final int WIDTH = 960;
  private static final int BAR = 200;

  private ReplayPicture() {}

  /** An SVG of two charts, with its figures as text. */
  public static String of(Connection connection) throws SQLException {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d 300" role="img" \
        aria-label="Cancellations per month, and the time from purchase to cancellation">
        <style>text { font: 12px system-ui, sans-serif; fill: #526066; }
        .title { font-size: 14px; font-weight: 600; fill: #182225; }
        .count { text-anchor: middle; } .label { text-anchor: middle; font-size: 10px; }
        rect { fill: #0d5968; } .paper { fill: #fff; }</style>
        <rect class="paper" width="100%%" height="100%%"/>
        %s%s</svg>
        """
        .formatted(
            WIDTH,
            chart("Cancellations per month", read(connection, MONTHS), 10, 500),
            chart("Time from purchase to cancellation", read(connection, AGES), 530, 420));
  }

  private static Map<String, Long> read(Connection connection, String sql) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  /** Bars from a left edge; heights are rounded down to the pixel. */
  private static String chart(String title, Map<String, Long> counts, int left, int width) {
    StringBuilder drawn =
        new StringBuilder(
            "<text class=\"title\" x=\"%d\" y=\"20\">%s</text>%n".formatted(left, title));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    int step = width / Math.max(1, counts.size());
    int x = left;
    for (Map.Entry<String, Long> bar : counts.entrySet()) {
      int height = (int) (bar.getValue() * BAR / Math.max(1, most));
      int middle = x + step / 2;
      drawn.append(
          """
          <rect x="%d" y="%d" width="%d" height="%d"/>
          <text class="count" x="%d" y="%d">%d</text>
          <text class="label" x="%d" y="278">%s</text>
          """
              .formatted(
                  x + 3,
                  260 - height,
                  step - 6,
                  height,
                  middle,
                  254 - height,
                  bar.getValue(),
                  middle,
                  bar.getKey()));
      x += step;
    }
    return drawn.toString();
  }
}
