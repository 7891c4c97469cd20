package org.countermand.tax.model;

import java.time.LocalDate;
import org.countermand.kernel.Jurisdiction;

/**
 * One number or word of a regime, with the time for which it holds: a line of its {@code
 * rules.csv}.
 *
 * @param place a country, a region such as {@code US-CA}, or {@code *} for wherever the regime
 *     governs
 * @param from the first day
 * @param until the last day
 * @param reviewed whether it was read at its source; otherwise a person has yet to look
 * @param source where it stands
 */
public record Datum(
    String name,
    String place,
    LocalDate from,
    LocalDate until,
    String value,
    boolean reviewed,
    String source) {

  static final String ANYWHERE = "*";

  private static final int CELLS = 7;

  static Datum read(String line) {
    String[] cells = line.split(",", CELLS);
    if (cells.length != CELLS) {
      throw new IllegalArgumentException("Not " + CELLS + " cells: " + line);
    }
    return new Datum(
        cells[0],
        cells[1],
        cells[2].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[2]),
        cells[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[3]),
        cells[4],
        reviewed(cells[5], line),
        cells[6]);
  }

  private static boolean reviewed(String mark, String line) {
    return switch (mark) {
      case "read" -> true;
      case "unreviewed" -> false;
      default -> throw new IllegalArgumentException("Neither read nor unreviewed: " + line);
    };
  }

  boolean holds(LocalDate on) {
    return !on.isBefore(from) && !on.isAfter(until);
  }

  /** How closely it fits a place: 2 the region, 1 the country, 0 anywhere, -1 not at all. */
  int fits(Jurisdiction where) {
    if (place.equals(ANYWHERE)) {
      return 0;
    }
    if (place.equals(where.country())) {
      return 1;
    }
    return !where.region().isEmpty() && place.equals(where.toString()) ? 2 : -1;
  }
}
