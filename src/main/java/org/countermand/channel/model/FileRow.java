package org.countermand.channel.model;

import java.math.BigDecimal;

/**
 * One row of a file and where it ends.
 *
 * @param line the number of the physical line on which it begins, from 1 for the header
 * @param reason why it is reported, or null if it is not
 * @param column at fault, or empty
 * @param number of the order, or empty where it cannot be told
 * @param units as the file says, also negative; zero where it cannot be told
 * @param value units times price as the file says, in no particular currency
 * @param text as it stands in the file, or its beginning if it is too long
 */
public record FileRow(
    long line,
    RowFate fate,
    @org.jspecify.annotations.Nullable RowReason reason,
    String column,
    String number,
    long units,
    BigDecimal value,
    String text) {

  /** The same row with another end. */
  public FileRow as(RowFate other) {
    return new FileRow(line, other, reason, column, number, units, value, text);
  }

  /** The same row with less of its text. */
  public FileRow withText(String shorter) {
    return new FileRow(line, fate, reason, column, number, units, value, shorter);
  }

  /** The same row, reported after all. */
  public FileRow reported(RowReason why, String atColumn) {
    return new FileRow(line, RowFate.REPORTED, why, atColumn, number, units, value, text);
  }
}
