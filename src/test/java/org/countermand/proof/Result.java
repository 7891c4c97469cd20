package org.countermand.proof;

import java.util.List;

/**
 * A statement and what became of it.
 *
 * @param id a short name that never changes, for programs
 * @param sentence what is claimed
 * @param looked how many things were looked at
 * @param broken how many of them are not as claimed
 * @param rows the first of those, one sentence each
 * @param note what else a reader should know, or empty
 */
public record Result(
    String id,
    String sentence,
    Verdict verdict,
    long looked,
    long broken,
    List<String> rows,
    String note) {
  public Result {
    rows = List.copyOf(rows);
  }
}
