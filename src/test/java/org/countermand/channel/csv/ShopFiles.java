package org.countermand.channel.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.Field;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.OrderFiles;
import org.countermand.channel.model.RowFate;
import org.countermand.kernel.Decision;
import org.countermand.order.model.NewOrder;

/** Files and mappings for the tests of this package. */
final class ShopFiles {

  static final String HEADER =
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";
  static final String MUGS = "1001,22041,MUG,3,2010-07-01 09:30:00,2.10,13085,France\n";

  static final Dialect DIALECT =
      new Dialect(',', "UTF-8", '.', List.of("yyyy-MM-dd HH:mm:ss"), "Europe/London");

  private ShopFiles() {}

  /** The mapping of the wholesaler's file. */
  static Mapping mapping() {
    return mapping(DIALECT);
  }

  static Mapping mapping(Dialect dialect) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.ORDER_NUMBER, "{Invoice}");
    fields.put(Field.PLACED_AT, "{InvoiceDate}");
    fields.put(Field.SKU, "{StockCode}");
    fields.put(Field.DESCRIPTION, "{Description}");
    fields.put(Field.QUANTITY, "{Quantity}");
    fields.put(Field.UNIT_PRICE, "{Price}");
    fields.put(Field.CUSTOMER, "{Customer ID}");
    fields.put(Field.EMAIL, "customer-{Customer ID}@retail.example");
    fields.put(Field.COUNTRY, "{Country}");
    fields.put(Field.CURRENCY, "GBP");
    fields.put(Field.PAYMENT, "pi_retail_{Invoice}");
    return new Mapping(
        "retail",
        "retail",
        "retail-csv",
        "Retail Ltd",
        "depot",
        "stripe",
        dialect,
        fields,
        "C",
        "A",
        "GB",
        List.of("POST", "BANK CHARGES", "GIFT_*"));
  }

  /** What a file came to. */
  record Content(String header, List<FileRow> rows, Mapping mapping) {

    List<FileRow> as(RowFate fate) {
      return rows.stream().filter(row -> row.fate() == fate).toList();
    }

    List<NewOrder> orders() {
      return grouping().orders(as(RowFate.ORDER_LINE)).orders();
    }

    OrderFiles.Grouping grouping() {
      return new CsvOrderFiles().grouping(mapping, header);
    }
  }

  static Content read(String file) {
    return read(file, mapping());
  }

  static Content read(String file, Mapping mapping) {
    Charset charset = Charset.forName(mapping.dialect().charset());
    return read(file.getBytes(charset), mapping);
  }

  static Content read(byte[] file, Mapping mapping) {
    return read(new ByteArrayInputStream(file), mapping);
  }

  static Content read(InputStream file, Mapping mapping) {
    try {
      OrderFiles.Rows rows =
          ((Decision.Accepted<OrderFiles.Rows>) new CsvOrderFiles().open(file, mapping, 512L << 20))
              .value();
      List<FileRow> found = new ArrayList<>();
      for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        found.add(row.get());
      }
      return new Content(rows.header(), found, mapping);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
