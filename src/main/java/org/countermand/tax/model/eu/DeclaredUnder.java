package org.countermand.tax.model.eu;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/** The periods of the one-stop shops: quarters (Art. 369f) or, for imports, months (Art. 369s). */
enum DeclaredUnder {
  QUARTERLY,
  MONTHLY;

  static final String OSS = "OSS";
  static final String IOSS = "IOSS";

  static DeclaredUnder of(String scheme) {
    return scheme.equals(IOSS) ? MONTHLY : QUARTERLY;
  }

  /** Such as {@code 2026-Q4} or {@code 2026-11}. */
  String periodOf(LocalDate day) {
    return this == MONTHLY
        ? YearMonth.from(day).toString()
        : day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  /** When the return for a day was to be submitted: at the end of the month after the period. */
  LocalDate dueOf(LocalDate day) {
    YearMonth last =
        this == MONTHLY
            ? YearMonth.from(day)
            : YearMonth.of(day.getYear(), 3 * day.get(IsoFields.QUARTER_OF_YEAR));
    return last.plusMonths(1).atEndOfMonth();
  }
}
