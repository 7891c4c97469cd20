package org.countermand.api.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countermand.channel.model.ImportReport;
import org.countermand.channel.model.RefusedOrder;

/**
 * What became of a file's day; {@code rows} is {@code orderLines} and all of {@code notOrdered}.
 *
 * @param notOrdered how many rows are no line of an order, by reason
 */
public record ImportBody(
    LocalDate day,
    int created,
    int alreadyThere,
    List<String> refused,
    long rows,
    long orderLines,
    Map<String, Long> notOrdered) {

  public static ImportBody of(ImportReport report) {
    return new ImportBody(
        report.day(),
        report.created(),
        report.alreadyThere(),
        report.refused().stream().map(RefusedOrder::number).toList(),
        report.rows().rows(),
        report.rows().orderLines(),
        report.rows().notOrdered().entrySet().stream()
            .collect(
                Collectors.toMap(
                    reason -> reason.getKey().name(),
                    Map.Entry::getValue,
                    Long::sum,
                    TreeMap::new)));
  }
}
