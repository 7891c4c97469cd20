package org.countermand.channel.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countermand.channel.model.RowProblem;
import org.countermand.channel.model.RowReason;

/** Reads one row: first whether it can be read at all, then whether it is a sale. */
record RetailRowReader(RetailColumns columns) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern INVOICE = Pattern.compile("[A-Za-z0-9-]{1,30}");
  private static final Pattern STOCK_CODE = Pattern.compile("[\\p{L}\\p{N}_ .-]{1,40}");
  private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,9}");
  private static final Pattern PRICE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
  private static final Pattern CUSTOMER = Pattern.compile("\\d{0,12}");

  RetailRow read(RawRow row) {
    return columns
        .fields(row)
        .map(fields -> read(row, fields))
        .orElseGet(() -> notSold(row, RowReason.NOT_READABLE, "", Optional.empty()));
  }

  private RetailRow read(RawRow row, List<String> fields) {
    Optional<LocalDateTime> placedAt = date(columns.value(fields, RetailColumns.INVOICE_DATE));
    Optional<LocalDate> day = placedAt.map(LocalDateTime::toLocalDate);
    String unreadable = placedAt.isEmpty() ? RetailColumns.INVOICE_DATE : unreadable(fields);
    if (!unreadable.isEmpty()) {
      return notSold(row, RowReason.NOT_READABLE, unreadable, day);
    }
    RetailLine line = line(row, fields, placedAt.orElseThrow());
    if (line.isBeyondAnyOrder()) {
      return notSold(row, RowReason.NOT_READABLE, RetailColumns.PRICE, day);
    }
    if (line.invoice().startsWith("C")) {
      return notSold(row, RowReason.CANCELLATION, RetailColumns.INVOICE, day);
    }
    if (line.quantity() <= 0) {
      return notSold(row, RowReason.NOT_POSITIVE_QUANTITY, RetailColumns.QUANTITY, day);
    }
    if (line.price().signum() <= 0) {
      return notSold(row, RowReason.NO_PRICE, RetailColumns.PRICE, day);
    }
    if (line.customer().isEmpty()) {
      return notSold(row, RowReason.NO_CUSTOMER, RetailColumns.CUSTOMER, day);
    }
    return new RetailRow.Sold(line);
  }

  /** The first column that is not what it should be, or empty. */
  private String unreadable(List<String> fields) {
    if (!matches(fields, RetailColumns.INVOICE, INVOICE)) {
      return RetailColumns.INVOICE;
    }
    if (!matches(fields, RetailColumns.STOCK_CODE, STOCK_CODE)) {
      return RetailColumns.STOCK_CODE;
    }
    if (!matches(fields, RetailColumns.QUANTITY, QUANTITY)) {
      return RetailColumns.QUANTITY;
    }
    if (!matches(fields, RetailColumns.PRICE, PRICE)) {
      return RetailColumns.PRICE;
    }
    if (!matches(fields, RetailColumns.CUSTOMER, CUSTOMER)) {
      return RetailColumns.CUSTOMER;
    }
    boolean known = RetailCountries.find(columns.value(fields, RetailColumns.COUNTRY)).isPresent();
    return known ? "" : RetailColumns.COUNTRY;
  }

  private boolean matches(List<String> fields, String column, Pattern pattern) {
    return pattern.matcher(columns.value(fields, column)).matches();
  }

  private RetailLine line(RawRow row, List<String> fields, LocalDateTime placedAt) {
    String stockCode = columns.value(fields, RetailColumns.STOCK_CODE);
    String description = columns.value(fields, RetailColumns.DESCRIPTION);
    // The export writes a missing description as "nan".
    boolean described = !description.isEmpty() && !description.equals("nan");
    return new RetailLine(
        row.line(),
        row.text().orElseThrow(),
        columns.value(fields, RetailColumns.INVOICE),
        stockCode,
        described ? description : stockCode,
        Integer.parseInt(columns.value(fields, RetailColumns.QUANTITY)),
        placedAt,
        new BigDecimal(columns.value(fields, RetailColumns.PRICE)),
        columns.value(fields, RetailColumns.CUSTOMER),
        RetailCountries.find(columns.value(fields, RetailColumns.COUNTRY)).orElseThrow());
  }

  private static Optional<LocalDateTime> date(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static RetailRow notSold(
      RawRow row, RowReason reason, String column, Optional<LocalDate> day) {
    return new RetailRow.NotSold(new RowProblem(row.line(), reason, column), day);
  }
}
