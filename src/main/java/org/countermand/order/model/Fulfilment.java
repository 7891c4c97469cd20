package org.countermand.order.model;

import java.util.List;
import java.util.UUID;

/**
 * Lines that are picked, packed and sent together.
 *
 * @param warehouse the warehouse's name
 */
public record Fulfilment(UUID id, String warehouse, FulfilmentStage stage, List<UUID> lineIds) {
  public Fulfilment {
    lineIds = List.copyOf(lineIds);
  }
}
