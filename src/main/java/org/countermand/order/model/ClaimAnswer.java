package org.countermand.order.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of the wish to claim units of an order. */
public sealed interface ClaimAnswer {

  /** All of them are now taken for the asking cancellation. */
  record Claimed(Map<UUID, List<UnitRange>> units) implements ClaimAnswer {}

  /**
   * Some of them are another's.
   *
   * @param holders cancellations that hold units of the asked lines, the latest first
   */
  record Taken(List<UUID> holders) implements ClaimAnswer {}
}
