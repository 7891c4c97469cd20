package org.countermand.channel.csv;

import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * Which field of a row is what, by the file's first row.
 *
 * @param header the first row as it stands in the file
 * @param names the names of all columns in the file's order, ours among them
 */
record RetailColumns(String header, List<String> names) {

  static final String INVOICE = "Invoice";
  static final String STOCK_CODE = "StockCode";
  static final String DESCRIPTION = "Description";
  static final String QUANTITY = "Quantity";
  static final String INVOICE_DATE = "InvoiceDate";
  static final String PRICE = "Price";
  static final String CUSTOMER = "Customer ID";
  static final String COUNTRY = "Country";

  private static final List<String> NEEDED =
      List.of(INVOICE, STOCK_CODE, DESCRIPTION, QUANTITY, INVOICE_DATE, PRICE, CUSTOMER, COUNTRY);

  RetailColumns {
    names = List.copyOf(names);
  }

  /** The columns of a file's first row, or the first that is missing. */
  static Decision<RetailColumns> of(Optional<RawRow> firstRow) {
    return firstRow.map(RetailColumns::of).orElse(Decision.no(missing(INVOICE)));
  }

  private static Decision<RetailColumns> of(RawRow header) {
    Optional<List<String>> names = header.fields();
    if (names.isEmpty()) {
      return Decision.no(Finding.of(ReasonCode.MALFORMED, "line", header.line()));
    }
    return NEEDED.stream()
        .filter(needed -> !names.get().contains(needed))
        .findFirst()
        .map(column -> Decision.<RetailColumns>no(missing(column)))
        .orElseGet(() -> Decision.yes(new RetailColumns(header.text().orElseThrow(), names.get())));
  }

  private static Finding missing(String column) {
    return Finding.of(ReasonCode.FIELD_MISSING, "field", column);
  }

  /** The fields of a row, unless it has more or fewer of them than there are columns. */
  Optional<List<String>> fields(RawRow row) {
    return row.fields().filter(fields -> fields.size() == names.size());
  }

  String value(List<String> fields, String column) {
    return fields.get(names.indexOf(column)).strip();
  }
}
