package org.countermand.channel.csv;

import java.util.List;
import java.util.Optional;
import org.countermand.channel.model.FileRow;

/**
 * What a row came to.
 *
 * @param cells as they stand in it; empty if they cannot be told apart
 * @param sale what was sold or taken back, unless the row is reported
 */
record Reading(FileRow row, List<String> cells, Optional<Sale> sale) {

  Reading {
    cells = List.copyOf(cells);
  }

  Reading(FileRow row, List<String> cells) {
    this(row, cells, Optional.empty());
  }

  Reading(FileRow row) {
    this(row, List.of());
  }
}
