package org.countermand.channel.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countermand.channel.model.OrderDay;
import org.countermand.channel.model.RowProblem;
import org.countermand.channel.model.RowReason;
import org.countermand.channel.model.RowReport;
import org.countermand.order.model.NewOrder;

/** Gathers the rows of one day and counts what they come to. */
final class RetailDay {

  /** Far more than a shop sells in a day, and little enough to be kept in memory. */
  static final int MOST_ROWS = 100_000;

  private static final int MOST_PROBLEMS = 1_000;

  private final String header;
  private final Map<String, List<RetailLine>> invoices = new LinkedHashMap<>();
  private final Map<RowReason, Long> notOrdered = new EnumMap<>(RowReason.class);
  private final List<RowProblem> problems = new ArrayList<>();
  private long orderLines;
  private long rounded;

  RetailDay(String header) {
    this.header = header;
  }

  void add(RetailRow row) {
    if (row instanceof RetailRow.Sold sold) {
      add(sold.line());
    } else {
      add(((RetailRow.NotSold) row).problem());
    }
  }

  boolean isTooLong() {
    return orderLines > MOST_ROWS;
  }

  OrderDay close(LocalDate day) {
    long rows = orderLines + notOrdered.values().stream().mapToLong(Long::longValue).sum();
    List<NewOrder> orders =
        invoices.values().stream().map(lines -> new RetailOrder(header, lines).order()).toList();
    return new OrderDay(
        day, orders, new RowReport(rows, orderLines, notOrdered, problems, rounded));
  }

  private void add(RetailLine line) {
    List<RetailLine> lines = invoices.computeIfAbsent(line.invoice(), i -> new ArrayList<>());
    // An invoice has one buyer; a row that names another belongs to an invoice we cannot tell.
    if (!lines.isEmpty() && !lines.get(0).customer().equals(line.customer())) {
      add(new RowProblem(line.line(), RowReason.NOT_READABLE, RetailColumns.CUSTOMER));
      return;
    }
    lines.add(line);
    orderLines++;
    if (line.isRounded()) {
      rounded++;
    }
  }

  private void add(RowProblem problem) {
    notOrdered.merge(problem.reason(), 1L, Long::sum);
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
