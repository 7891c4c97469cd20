package org.countermand.channel.model;

import java.util.List;

/**
 * The beginning of a file as a mapping reads it.
 *
 * @param columns of the file
 */
public record Preview(List<String> columns, List<Line> lines) {

  public Preview {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** A row, what became of it, and its cells; no cells where they cannot be told apart. */
  public record Line(FileRow row, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
