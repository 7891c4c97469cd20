package org.countermand.platform.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countermand.kernel.Cursor;

/**
 * The order of a list in SQL and where in it a page begins. The page is reached along the index of
 * the columns, however far down the list it is; nothing is counted and nothing skipped.
 */
public final class Keyset {

  private final List<String> columns;
  private final boolean ascending;
  private final Optional<Cursor> from;

  private Keyset(List<String> columns, boolean ascending, Optional<Cursor> from) {
    this.columns = columns;
    this.ascending = ascending != from.filter(Cursor::before).isPresent();
    this.from = from;
  }

  /** By a column of moments. */
  public static Keyset ofMoments(
      String table, String column, boolean ascending, Optional<Cursor> from) {
    return new Keyset(List.of(table + "." + column, table + ".id"), ascending, from);
  }

  /** By a column of minor units, within their currency. */
  public static Keyset ofAmounts(
      String table, String column, boolean ascending, Optional<Cursor> from) {
    return new Keyset(
        List.of(table + ".currency", table + "." + column, table + ".id"), ascending, from);
  }

  /** The columns with their directions, as they stand behind {@code ORDER BY}. */
  public String order() {
    return columns.stream()
        .map(column -> column + (ascending ? " ASC" : " DESC"))
        .collect(Collectors.joining(", "));
  }

  /** Adds that a row lies on the page or behind it. */
  public void begin(Conditions conditions) {
    from.ifPresent(
        cursor -> {
          boolean moments = columns.size() == 2;
          String place =
              moments ? "(:place, :placeId)" : "(CAST(:placeIn AS char(3)), :place, :placeId)";
          conditions
              .and("(" + String.join(", ", columns) + (ascending ? ") > " : ") < ") + place)
              .value("placeId", cursor.id());
          if (moments) {
            conditions.value("place", cursor.moment());
          } else {
            conditions.value("place", cursor.value()).value("placeIn", cursor.currency());
          }
        });
  }
}
