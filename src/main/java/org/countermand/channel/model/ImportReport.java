package org.countermand.channel.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a day of a file.
 *
 * @param created orders that were taken in now
 * @param alreadyThere orders that had been taken in before and are the same
 */
public record ImportReport(
    LocalDate day, int created, int alreadyThere, List<RefusedOrder> refused, RowReport rows) {
  public ImportReport {
    refused = List.copyOf(refused);
  }
}
