package org.countermand.sandbox.warehouse;

import java.util.List;
import org.countermand.sandbox.http.BadRequest;

/** The body of a request for a hold. */
record HoldRequest(String order, List<Line> lines) {

  /** Units of one line. */
  record Line(String line, String sku, long quantity) {}

  Hold hold(String id) {
    if (order == null || lines == null || lines.isEmpty()) {
      throw new BadRequest("an order and at least one line are needed");
    }
    return new Hold(id, order, HoldStatus.PENDING, lines.stream().map(HoldRequest::asked).toList());
  }

  private static HoldLine asked(Line line) {
    if (line.line() == null || line.sku() == null || line.quantity() < 1) {
      throw new BadRequest("a line needs its number, a sku and a quantity of at least 1");
    }
    return new HoldLine(line.line(), line.sku(), line.quantity(), 0, null);
  }
}
