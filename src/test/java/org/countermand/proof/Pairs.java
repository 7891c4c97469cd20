package org.countermand.proof;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names with amounts as a query aggregates them: {@code name=amount}, apart by line feeds. */
final class Pairs {

  private Pairs() {}

  static SortedMap<String, Long> read(@Nullable String text) {
    SortedMap<String, Long> pairs = new TreeMap<>();
    if (text != null) {
      text.lines()
          .forEach(
              line -> {
                int at = line.lastIndexOf('=');
                pairs.merge(
                    line.substring(0, at), Long.parseLong(line.substring(at + 1)), Long::sum);
              });
    }
    return pairs;
  }
}
