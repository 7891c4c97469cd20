package org.countermand.channel.model;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.countermand.kernel.Decision;

/** Reads a kind of file that a shop exports its orders to. */
public interface OrderFile {

  /** The shop that such files come from. */
  String shop();

  /**
   * Reads the whole file and keeps one day of it.
   *
   * @param file read to its end, not closed
   * @param day the day by the shop's calendar, or empty for the day of the first row
   * @return the day, without orders if the file has none of it; refused as a whole if it is not
   *     such a file ({@code FIELD_MISSING} with the column, {@code MALFORMED} with the line) or
   *     beyond a limit ({@code TOO_LARGE} with the line)
   * @throws java.io.UncheckedIOException if the stream fails, which says nothing about the file
   */
  Decision<OrderDay> read(InputStream file, Optional<LocalDate> day);
}
