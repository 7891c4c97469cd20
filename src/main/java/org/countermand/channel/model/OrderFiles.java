package org.countermand.channel.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Decision;

/** Reads files of orders. */
public interface OrderFiles {

  /**
   * Opens a file; the stream is neither read to its end nor closed.
   *
   * @param limit the most bytes that are read after unpacking
   * @return refused if it is no such file: {@code COLUMN_MISSING}, or {@code MALFORMED} or {@code
   *     TOO_LARGE} with the line
   * @throws IOException if the stream fails, which says nothing about the file
   */
  Decision<Rows> open(InputStream file, Mapping mapping, long limit) throws IOException;

  /** The names of a file's columns, by its first row. */
  Decision<List<String>> columns(InputStream file, Dialect dialect) throws IOException;

  /** How a file seems to be written, by its first row; dates are left to a person. */
  Decision<Dialect> guess(InputStream file) throws IOException;

  /** Makes orders and instructions of rows. */
  Grouping grouping(Mapping mapping, String header);

  /** The rows of a file, one after the other. */
  interface Rows {

    /** The first row as it stands in the file; the others mean nothing without it. */
    String header();

    /** The names of the columns. */
    List<String> columns();

    /**
     * The next row.
     *
     * @throws FileRefused if the file cannot be read on
     */
    Optional<FileRow> next() throws IOException;

    /** The cells of the latest row, to be shown; empty if it could not be read. */
    List<String> cells();
  }

  /** Makes orders and instructions of rows of one mapping and header. */
  interface Grouping {

    /** The orders that rows make, and the rows that fit into none. */
    Grouped orders(List<FileRow> rows);

    /** The instructions that rows are. */
    List<Instruction> instructions(List<FileRow> rows);
  }
}
