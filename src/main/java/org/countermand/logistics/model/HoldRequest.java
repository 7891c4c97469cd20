package org.countermand.logistics.model;

import java.util.List;
import java.util.UUID;

/**
 * The wish that a warehouse does not pack certain units.
 *
 * @param id chosen by us, so that asking again is harmless
 * @param orderNumber the number under which the warehouse knows the order
 */
public record HoldRequest(
    UUID id, UUID cancellationId, String warehouse, String orderNumber, List<HoldLine> lines) {
  public HoldRequest {
    lines = List.copyOf(lines);
  }
}
