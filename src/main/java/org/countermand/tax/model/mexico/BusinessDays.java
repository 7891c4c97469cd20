package org.countermand.tax.model.mexico;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday; a holiday is not known, so that a limit may be taken for a day shorter. */
final class BusinessDays {

  private BusinessDays() {}

  /** The next one after a day. */
  static LocalDate after(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      next = next.plusDays(1);
    }
    return next;
  }
}
