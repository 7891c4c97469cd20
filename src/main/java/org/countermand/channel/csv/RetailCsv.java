package org.countermand.channel.csv;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.ZipException;
import org.countermand.channel.model.OrderDay;
import org.countermand.channel.model.OrderFile;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * The export of a wholesaler: one row per line of an invoice, prices in pounds, plain or gzip, in
 * UTF-8. It computes on a stream that is there and waits for nobody, so it runs in the transaction
 * of its caller.
 */
@ApplicationScoped
public class RetailCsv implements OrderFile {

  /** Bytes after unpacking. */
  static final long LONGEST_FILE = 512L << 20;

  @Override
  public String shop() {
    return RetailOrder.SHOP;
  }

  @Override
  public Decision<OrderDay> read(InputStream file, Optional<LocalDate> day) {
    return read(file, day, LONGEST_FILE);
  }

  Decision<OrderDay> read(InputStream file, Optional<LocalDate> day, long limit) {
    RawRows rows = new RawRows(file, limit);
    try {
      Decision<RetailColumns> columns = RetailColumns.of(rows.next());
      if (columns instanceof Decision.Accepted<RetailColumns> known) {
        return read(rows, known.value(), day);
      }
      return Decision.no(((Decision.Refused<RetailColumns>) columns).findings());
    } catch (ByteLimit.TooLong | RawRows.RowTooLong e) {
      return refused(ReasonCode.TOO_LARGE, rows.line());
    } catch (ZipException | EOFException e) {
      return refused(ReasonCode.MALFORMED, rows.line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads to the end, because nothing promises that the rows of a day stand together. */
  private static Decision<OrderDay> read(
      RawRows rows, RetailColumns columns, Optional<LocalDate> asked) throws IOException {
    RetailRowReader reader = new RetailRowReader(columns);
    RetailDay gathered = new RetailDay(columns.header());
    Optional<LocalDate> day = asked;
    for (Optional<RawRow> raw = rows.next(); raw.isPresent(); raw = rows.next()) {
      RetailRow row = reader.read(raw.get());
      day = day.or(row::knownDay);
      if (day.map(row::isOf).orElse(true)) {
        gathered.add(row);
      }
      if (gathered.isTooLong()) {
        return refused(ReasonCode.TOO_LARGE, raw.get().line());
      }
    }
    return day.map(gathered::close)
        .map(Decision::yes)
        .orElseGet(() -> refused(ReasonCode.MALFORMED, rows.line()));
  }

  private static Decision<OrderDay> refused(ReasonCode code, long line) {
    return Decision.no(Finding.of(code, "line", line));
  }
}
