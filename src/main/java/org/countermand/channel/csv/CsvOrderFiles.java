package org.countermand.channel.csv;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.FileRefused;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.OrderFiles;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * Reads CSV files, plain or gzip, as their mapping says. It computes on a stream that is there and
 * waits for nobody.
 */
@ApplicationScoped
public class CsvOrderFiles implements OrderFiles {

  private static final long HEADER_LIMIT = 10L << 20;

  @Override
  public Decision<Rows> open(InputStream file, Mapping mapping, long limit) throws IOException {
    return reading(
        () -> {
          RawRows rows = new RawRows(FileBytes.open(file, limit), mapping.dialect().delimiter());
          return Columns.of(rows.next(), mapping.dialect())
              .then(columns -> matching(columns, mapping))
              .map(columns -> new CsvRows(rows, columns, new RowReader(mapping, columns)));
        });
  }

  @Override
  public Decision<List<String>> columns(InputStream file, Dialect dialect) throws IOException {
    return reading(
        () ->
            Columns.of(
                    new RawRows(FileBytes.open(file, HEADER_LIMIT), dialect.delimiter()).next(),
                    dialect)
                .map(Columns::names));
  }

  @Override
  public Decision<Dialect> guess(InputStream file) throws IOException {
    return reading(() -> Decision.yes(Looks.of(FileBytes.open(file, HEADER_LIMIT))));
  }

  @Override
  public Grouping grouping(Mapping mapping, String header) {
    if (Columns.of(header, mapping.dialect()) instanceof Decision.Accepted<Columns> known) {
      return new CsvGrouping(
          new RowReader(mapping, known.value()), new OrderMaker(mapping, header));
    }
    throw new IllegalStateException("The header was read before and cannot be read any more");
  }

  private static Decision<Columns> matching(Columns columns, Mapping mapping) {
    List<Finding> missing = mapping.findings(columns.names());
    return missing.isEmpty() ? Decision.yes(columns) : Decision.no(missing);
  }

  private interface Reading<T> {
    Decision<T> read() throws IOException;
  }

  /** What is wrong with the file is an answer; what is wrong with the stream is not. */
  private static <T> Decision<T> reading(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (ByteLimit.TooLong e) {
      return Decision.no(Finding.of(ReasonCode.TOO_LARGE, "line", 1));
    } catch (ZipException | EOFException e) {
      return Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1));
    }
  }

  /** The rows of one file. */
  private static final class CsvRows implements Rows {
    private final RawRows rows;
    private final Columns columns;
    private final RowReader reader;
    private List<String> cells = List.of();

    CsvRows(RawRows rows, Columns columns, RowReader reader) {
      this.rows = rows;
      this.columns = columns;
      this.reader = reader;
    }

    @Override
    public String header() {
      return columns.header();
    }

    @Override
    public List<String> columns() {
      return columns.names();
    }

    @Override
    public Optional<FileRow> next() throws IOException {
      try {
        return rows.next()
            .map(reader::read)
            .map(
                reading -> {
                  cells = reading.cells();
                  return reading.row();
                });
      } catch (ByteLimit.TooLong e) {
        throw new FileRefused(Finding.of(ReasonCode.TOO_LARGE, "line", rows.line() + 1));
      } catch (ZipException | EOFException e) {
        throw new FileRefused(Finding.of(ReasonCode.MALFORMED, "line", rows.line() + 1));
      }
    }

    @Override
    public List<String> cells() {
      return cells;
    }
  }
}
