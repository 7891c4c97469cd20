package org.countermand.payment.model;

import java.util.List;

/**
 * What came of holding refunds of a gateway against our books.
 *
 * @param tally without what is settled, which the quotation decides
 * @param settled refunds that are paid out, each with its part
 */
public record Compared(Tally tally, List<Difference> differences, List<Pair> settled) {

  /** A refund and the part that it is. */
  public record Pair(GatewayRefund refund, RefundPart part) {}
}
