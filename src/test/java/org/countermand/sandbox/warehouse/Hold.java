package org.countermand.sandbox.warehouse;

import java.util.List;

/**
 * Units of an order that the warehouse was asked not to ship.
 *
 * @param order the number of the order
 */
record Hold(String id, String order, HoldStatus status, List<HoldLine> lines) {

  Hold answer(Answer answer) {
    List<HoldLine> answered = lines.stream().map(line -> line.answer(answer)).toList();
    long requested = answered.stream().mapToLong(HoldLine::requested).sum();
    long held = answered.stream().mapToLong(HoldLine::held).sum();
    HoldStatus next =
        held == 0
            ? HoldStatus.REFUSED
            : held == requested ? HoldStatus.HELD : HoldStatus.PARTLY_HELD;
    return new Hold(id, order, next, answered);
  }

  Hold become(HoldStatus next) {
    return new Hold(id, order, next, lines);
  }

  boolean holdsUnits() {
    return status == HoldStatus.HELD || status == HoldStatus.PARTLY_HELD;
  }

  /** Whether the same lines of the same order are asked for. */
  boolean asksTheSameAs(Hold other) {
    return order.equals(other.order) && asked().equals(other.asked());
  }

  private List<HoldLine> asked() {
    return lines.stream()
        .map(line -> new HoldLine(line.line(), line.sku(), line.requested(), 0, null))
        .toList();
  }
}
