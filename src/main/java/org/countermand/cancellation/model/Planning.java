package org.countermand.cancellation.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldLine;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.PlannedPart;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedLine;

/** Turns a promise into what has to be done: holds, amounts on tenders, claimed units. */
public final class Planning {

  private Planning() {}

  /** The very units that a quotation is about. */
  public static Map<UUID, List<UnitRange>> units(Quotation quotation) {
    Map<UUID, List<UnitRange>> units = new LinkedHashMap<>();
    quotation.lines().forEach(line -> units.put(line.lineId(), line.units()));
    return units;
  }

  /** The charges that come back whole, and so for good; shares of one go with their units. */
  public static List<UUID> charges(Order order, Quotation quotation) {
    return order.charges().stream()
        .filter(
            charge ->
                quotation.charges().stream()
                    .filter(quoted -> quoted.chargeId().equals(charge.id()))
                    .anyMatch(quoted -> quoted.total().equals(charge.total(order.priceBasis()))))
        .map(Charge::id)
        .toList();
  }

  /** One hold per warehouse, for the goods among the lines; services need none. */
  public static List<HoldRequest> holds(UUID cancellationId, Order order, Quotation quotation) {
    Map<String, List<HoldLine>> byWarehouse = new LinkedHashMap<>();
    for (QuotedLine quoted : quotation.lines()) {
      OrderLine line = order.line(quoted.lineId()).orElseThrow();
      if (line.movesStock()) {
        byWarehouse
            .computeIfAbsent(warehouseOf(order, line), name -> new ArrayList<>())
            .add(new HoldLine(line.id(), line.sku(), quoted.count()));
      }
    }
    List<HoldRequest> holds = new ArrayList<>();
    byWarehouse.forEach(
        (warehouse, lines) ->
            holds.add(
                new HoldRequest(
                    Ids.next(), cancellationId, warehouse, order.channelNumber(), lines)));
    return holds;
  }

  /** The amounts to promise on tenders. */
  public static List<PlannedPart> parts(Quotation quotation) {
    return quotation.tenders().stream()
        .map(tender -> new PlannedPart(tender.tenderId(), tender.kind(), tender.amount()))
        .toList();
  }

  /** The lines of a fresh cancellation; services count as held, nobody packs them. */
  public static List<CancelledLine> lines(Order order, Quotation quotation) {
    return quotation.lines().stream()
        .map(
            quoted ->
                new CancelledLine(
                    quoted.lineId(),
                    quoted.count(),
                    order.line(quoted.lineId()).orElseThrow().movesStock() ? 0 : quoted.count()))
        .toList();
  }

  /** The lines with what the warehouses answered. */
  public static List<CancelledLine> held(
      Order order, List<CancelledLine> lines, List<HoldAnswer> answers) {
    return lines.stream()
        .map(
            line ->
                order.line(line.lineId()).orElseThrow().movesStock()
                    ? new CancelledLine(line.lineId(), line.asked(), unitsHeld(line, answers))
                    : line)
        .toList();
  }

  /** What all answers together come to. */
  public static HoldStatus status(Order order, List<CancelledLine> lines) {
    boolean all = lines.stream().allMatch(line -> line.held() == line.asked());
    boolean anyGoods =
        lines.stream()
            .filter(line -> order.line(line.lineId()).orElseThrow().movesStock())
            .anyMatch(line -> line.held() > 0);
    if (all) {
      return HoldStatus.HELD;
    }
    return anyGoods ? HoldStatus.PARTLY_HELD : HoldStatus.REFUSED;
  }

  /** The units to keep claimed when only a part is held: the lowest of those claimed. */
  public static Map<UUID, List<UnitRange>> keep(
      Order order, UUID cancellationId, List<CancelledLine> lines) {
    Map<UUID, List<UnitRange>> kept = new LinkedHashMap<>();
    for (CancelledLine line : lines) {
      OrderLine ordered = order.line(line.lineId()).orElseThrow();
      kept.put(line.lineId(), lowest(ordered.claims().of(cancellationId), line.held()));
    }
    kept.values().removeIf(List::isEmpty);
    return kept;
  }

  private static List<UnitRange> lowest(List<UnitRange> ranges, int wanted) {
    List<UnitRange> lowest = new ArrayList<>();
    int missing = wanted;
    for (UnitRange range : ranges) {
      int count = Math.min(missing, range.count());
      if (count > 0) {
        lowest.add(new UnitRange(range.first(), range.first() + count - 1));
        missing -= count;
      }
    }
    return lowest;
  }

  private static int unitsHeld(CancelledLine line, List<HoldAnswer> answers) {
    int held = answers.stream().mapToInt(answer -> answer.unitsOf(line.lineId())).sum();
    return Math.min(held, line.asked());
  }

  private static String warehouseOf(Order order, OrderLine line) {
    return order.fulfilments().stream()
        .filter(fulfilment -> fulfilment.lineIds().contains(line.id()))
        .map(Fulfilment::warehouse)
        .findFirst()
        .orElse("depot");
  }
}
