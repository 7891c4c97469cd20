package org.countermand.logistics.model;

import java.util.List;
import java.util.UUID;

/**
 * What a warehouse says of a hold.
 *
 * @param held the units it surely will not pack, per line; a line may be missing or have fewer
 */
public record HoldAnswer(UUID id, HoldStatus status, List<HoldLine> held) {
  public HoldAnswer {
    held = List.copyOf(held);
  }

  public int unitsOf(UUID lineId) {
    return held.stream()
        .filter(line -> line.lineId().equals(lineId))
        .mapToInt(HoldLine::units)
        .sum();
  }
}
