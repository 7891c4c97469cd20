package org.countermand.order.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The units of a line that cancellations have taken. Units have numbers from 1, and the lowest free
 * ones are taken first, because the k-th unit's share of an amount depends on k.
 *
 * @param ranges disjoint, in order
 */
public record Claims(List<Claim> ranges) {

  /** No unit is taken. */
  public static final Claims NONE = new Claims(List.of());

  /** A range of units and whose it is. */
  public record Claim(UnitRange units, UUID cancellationId) {}

  public Claims {
    ranges =
        ranges.stream().sorted(Comparator.comparingInt(claim -> claim.units().first())).toList();
  }

  public int units() {
    return ranges.stream().mapToInt(claim -> claim.units().count()).sum();
  }

  /** The lowest free units, so many of them or as many as there are. */
  public List<UnitRange> lowestFree(int wanted, int quantity) {
    List<UnitRange> found = new ArrayList<>();
    int next = 1;
    int missing = wanted;
    for (Claim claim : ranges) {
      missing -= take(found, next, claim.units().first() - 1, missing);
      next = claim.units().last() + 1;
    }
    take(found, next, quantity, missing);
    return List.copyOf(found);
  }

  /** The ranges that one cancellation has. */
  public List<UnitRange> of(UUID cancellationId) {
    return ranges.stream()
        .filter(claim -> claim.cancellationId().equals(cancellationId))
        .map(Claim::units)
        .toList();
  }

  private static int take(List<UnitRange> found, int first, int last, int wanted) {
    int count = Math.min(last - first + 1, wanted);
    if (count <= 0) {
      return 0;
    }
    found.add(new UnitRange(first, first + count - 1));
    return count;
  }
}
