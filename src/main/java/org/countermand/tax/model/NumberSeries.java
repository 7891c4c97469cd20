package org.countermand.tax.model;

import java.time.LocalDate;

/**
 * In which numbers run from 1 without gap or repeat.
 *
 * @param year of the calendar, such as {@code 2026}, or a financial year, such as {@code 2026-27}
 * @param longest how many signs a number may have at most
 */
public record NumberSeries(String legalEntity, String series, String year, int longest) {

  private static final int USUAL_LONGEST = 40;
  private static final int CENTURY = 2;

  /** The series that a ruling wants. */
  static NumberSeries of(String legalEntity, Ruling ruling, LocalDate issuedOn) {
    return new NumberSeries(
        legalEntity,
        ruling.series(),
        ruling.facts().getOrDefault("numberYear", String.valueOf(issuedOn.getYear())),
        Integer.parseInt(
            ruling.facts().getOrDefault("numberLength", String.valueOf(USUAL_LONGEST))));
  }

  /**
   * A number in it, such as {@code CN-2026-000001} or {@code ICN-2627-000001}.
   *
   * @throws IllegalStateException if the law allows none so long
   */
  public String number(long counter) {
    int dash = year.indexOf('-');
    String signs = dash < 0 ? year : year.substring(CENTURY, dash) + year.substring(dash + 1);
    String number = "%s-%s-%06d".formatted(series, signs, counter);
    if (number.length() > longest) {
      throw new IllegalStateException("The series is full: " + number);
    }
    return number;
  }
}
