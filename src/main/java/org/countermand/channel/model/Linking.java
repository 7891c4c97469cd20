package org.countermand.channel.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.order.model.Purchase;

/**
 * Finds the purchases that a customer's instructions undo: of the same stock code, not after the
 * instruction, the newest first, across orders, and never more than is left of a purchase. Pure:
 * the same purchases and instructions give the same links.
 */
public final class Linking {

  private static final Comparator<Purchase> OLDEST_FIRST =
      Comparator.comparing(Purchase::placedAt)
          .thenComparing(Purchase::orderNumber)
          .thenComparing(Purchase::position);

  private final Map<String, List<Left>> bySku = new HashMap<>();

  /** So many units of one purchase, for one instruction. */
  public record Link(UUID instructionId, UUID orderId, UUID lineId, int units) {}

  private static final class Left {
    private final Purchase purchase;
    private int units;

    private Left(Purchase purchase) {
      this.purchase = purchase;
      this.units = purchase.free();
    }
  }

  /** Purchases of one customer, in any order. */
  public Linking(List<Purchase> purchases) {
    purchases.stream()
        .sorted(OLDEST_FIRST.reversed())
        .forEach(p -> bySku.computeIfAbsent(p.sku(), s -> new ArrayList<>()).add(new Left(p)));
  }

  /** The links of the next instruction; fewer units than it asks for where no more are left. */
  public List<Link> next(Instruction instruction) {
    List<Link> links = new ArrayList<>();
    int missing = instruction.units();
    for (Left left : bySku.getOrDefault(instruction.sku(), List.of())) {
      int units = Math.min(missing, left.units);
      if (units > 0 && !left.purchase.placedAt().isAfter(instruction.at())) {
        left.units -= units;
        missing -= units;
        links.add(
            new Link(instruction.id(), left.purchase.orderId(), left.purchase.lineId(), units));
      }
    }
    return links;
  }
}
