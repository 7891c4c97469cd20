package org.countermand.channel.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Grouped;
import org.countermand.channel.model.Instruction;
import org.countermand.channel.model.OrderFiles;
import org.countermand.channel.model.RowReason;
import org.countermand.kernel.Ids;
import org.countermand.order.model.NewOrder;

/** Makes orders and instructions of rows that were sorted before. */
final class CsvGrouping implements OrderFiles.Grouping {

  private final RowReader reader;
  private final OrderMaker maker;

  CsvGrouping(RowReader reader, OrderMaker maker) {
    this.reader = reader;
    this.maker = maker;
  }

  @Override
  public Grouped orders(List<FileRow> rows) {
    Map<String, List<Sale>> orders = new LinkedHashMap<>();
    List<FileRow> reported = new ArrayList<>();
    for (FileRow row : rows) {
      List<Sale> order = orders.computeIfAbsent(row.number(), number -> new ArrayList<>());
      Sale sale = sale(row);
      // An order has one buyer; a row that names another belongs to an order we cannot tell.
      if (order.isEmpty() || isSame(order.get(0), sale)) {
        order.add(sale);
      } else {
        reported.add(row.reported(RowReason.ORDER_MIXED, ""));
      }
    }
    List<NewOrder> made = orders.values().stream().map(maker::order).toList();
    return new Grouped(made, reported);
  }

  @Override
  public List<Instruction> instructions(List<FileRow> rows) {
    Map<String, Integer> positions = new HashMap<>();
    List<Instruction> instructions = new ArrayList<>();
    for (FileRow row : rows) {
      Sale sale = sale(row);
      instructions.add(
          new Instruction(
              Ids.next(),
              row.number(),
              positions.merge(row.number(), 1, Integer::sum),
              row.line(),
              sale.email().toLowerCase(Locale.ROOT),
              sale.sku(),
              -sale.quantity(),
              sale.at(),
              row.text()));
    }
    return instructions;
  }

  private static boolean isSame(Sale first, Sale next) {
    return first.email().equalsIgnoreCase(next.email()) && first.currency().equals(next.currency());
  }

  private Sale sale(FileRow row) {
    return reader
        .read(row.line(), row.text())
        .sale()
        .orElseThrow(
            () -> new IllegalStateException("Line " + row.line() + " is no sale any more"));
  }
}
