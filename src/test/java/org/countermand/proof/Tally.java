package org.countermand.proof;

import java.util.ArrayList;
import java.util.List;

/** Counts what was looked at and what is wrong with it; keeps the first few. */
final class Tally {

  /** More rows do not tell more. */
  private static final int ROWS = 10;

  private final List<String> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long looked;
  private long broken;

  void looked() {
    looked++;
  }

  void looked(long count) {
    looked += count;
  }

  void broken(String row) {
    broken++;
    if (rows.size() < ROWS) {
      rows.add(row);
    }
  }

  /**
   * Something that is not as claimed unless it is so.
   *
   * @param otherwise format of the sentence that says how it is
   */
  @SuppressWarnings("AnnotateFormatMethod")
  void claim(boolean so, String otherwise, Object... parts) {
    if (!so) {
      broken(otherwise.formatted(parts));
    }
  }

  void note(String note) {
    notes.add(note);
  }

  Result result(Statement statement) {
    Verdict verdict = broken == 0 ? Verdict.PROVED : Verdict.BROKEN;
    return new Result(
        statement.id(),
        statement.sentence(),
        verdict,
        looked,
        broken,
        rows,
        String.join("; ", notes));
  }
}
