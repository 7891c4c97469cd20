package org.countermand.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may import whom. The table is the whole truth: what is not in it is forbidden, and a package
 * that no row knows may not exist. {@code kernel} and {@code platform} are open to every row.
 */
final class ImportTable {

  private static final String ROWS =
      """
      # row           | kind       | doors and models of          | models only of
      kernel          | kernel     |                              |
      order           | capability |                              |
      channel         | capability | order                        |
      tax             | capability |                              | order
      payment         | capability |                              | order
      audit           | capability |                              | order
      outbox          | capability |                              | order
      eligibility     | capability | order                        | payment
      consent         | capability | order                        | refund
      refund          | capability | order tax payment            |
      logistics       | capability | order                        |
      cancellation    | capability | eligibility consent refund payment logistics order audit outbox |
      notification    | capability | outbox                       | order
      insight         | capability | outbox                       | order
      portal.customer | way in     | *                            |
      portal.agent    | way in     | *                            |
      api             | way in     | *                            |
      bulk            | way in     | *                            |
      clockwork       | way in     | *                            |
      platform        | plumbing   |                              |
      """;

  /** What a row of the table is. */
  enum Kind {
    KERNEL,
    CAPABILITY,
    WAY_IN,
    PLUMBING
  }

  /** How much of another row may be imported. */
  enum Reach {
    NOTHING,
    MODEL,
    DOORS_AND_MODEL
  }

  /** One line of the table. */
  record Row(String name, Kind kind, Set<String> doors, Set<String> models) {

    private static Row parse(String line) {
      String[] cells = line.split("\\|", -1);
      Kind kind =
          Kind.valueOf(cells[1].strip().toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
      return new Row(cells[0].strip(), kind, words(cells[2]), words(cells[3]));
    }

    private static Set<String> words(String cell) {
      return Arrays.stream(cell.strip().split("\\s+"))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static final Map<String, Row> TABLE =
      ROWS.lines()
          .filter(line -> !line.startsWith("#"))
          .map(Row::parse)
          .collect(Collectors.toMap(Row::name, row -> row, (a, b) -> twice(a), LinkedHashMap::new));

  private ImportTable() {}

  static Map<String, Row> rows() {
    return TABLE;
  }

  /** The row that a package belongs to, given as its name below the root of the house. */
  static Optional<Row> rowOf(String packageName) {
    return TABLE.values().stream()
        .filter(row -> packageName.equals(row.name) || packageName.startsWith(row.name + "."))
        .findFirst();
  }

  /** How much one row may see of another, different one. */
  static Reach reach(String from, String to) {
    Row origin = TABLE.get(from);
    Row target = TABLE.get(to);
    if (origin == null || target == null) {
      return Reach.NOTHING;
    }
    return switch (target.kind) {
      case KERNEL -> Reach.DOORS_AND_MODEL;
      case PLUMBING -> origin.kind == Kind.KERNEL ? Reach.NOTHING : Reach.DOORS_AND_MODEL;
      case WAY_IN -> Reach.NOTHING;
      case CAPABILITY -> {
        if (origin.doors.contains(to) || origin.doors.contains("*")) {
          yield Reach.DOORS_AND_MODEL;
        }
        yield origin.models.contains(to) ? Reach.MODEL : Reach.NOTHING;
      }
    };
  }

  private static Row twice(Row row) {
    throw new IllegalStateException("Two rows for " + row.name);
  }
}
