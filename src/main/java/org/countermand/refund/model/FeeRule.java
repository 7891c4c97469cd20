package org.countermand.refund.model;

import java.util.Optional;
import org.countermand.kernel.Money;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;

/**
 * A fee that a shop keeps for a cancellation, where the law lets it ({@link Deductions}).
 *
 * @param code what the buyer is told it is called, by a message of that code
 * @param amount flat or a percentage
 * @param cap the most that all cancellations of one order together cost
 * @param fromStage charged for units that are at least so far on their way
 * @param itemClass charged for units of this class only; of every class if empty
 * @param disclosed whether the buyer was told before he ordered
 * @param reciprocal whether the shop pays the same when it cancels
 */
public record FeeRule(
    String code,
    Amount amount,
    Optional<Money> cap,
    FulfilmentStage fromStage,
    Optional<ItemClass> itemClass,
    boolean disclosed,
    boolean reciprocal) {

  /** How much. */
  public sealed interface Amount {}

  /** Once for an order, however often parts of it are cancelled. */
  public record Flat(Money money) implements Amount {}

  /**
   * So much of what was paid for the goods: per line rounded down, then by frozen shares.
   *
   * @param basisPoints hundredths of a percent, 0 to 10,000
   */
  public record Percent(int basisPoints) implements Amount {
    public Percent {
      if (basisPoints < 0 || basisPoints > 10_000) {
        throw new IllegalArgumentException("No percentage: " + basisPoints);
      }
    }
  }
}
