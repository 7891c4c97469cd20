package org.countermand.channel.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import org.countermand.kernel.Jurisdiction;

/**
 * A row by which something was sold.
 *
 * @param line the number of the physical line on which the row begins
 * @param text the row as it stands in the file
 * @param placedAt by the shop's clock
 * @param price of one unit, in pounds
 */
record RetailLine(
    long line,
    String text,
    String invoice,
    String stockCode,
    String description,
    int quantity,
    LocalDateTime placedAt,
    BigDecimal price,
    String customer,
    Jurisdiction residence) {

  /** Above any order, in pence; the sum of a whole day of such lines is far from overflow. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

  /** Whether nobody ever bought for that much. */
  boolean isBeyondAnyOrder() {
    return exactPence().compareTo(LARGEST) > 0;
  }

  /** The price of all units in pence; half a penny goes up. */
  long pence() {
    return exactPence().setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Whether the file's price has pence in pieces, so that {@link #pence} is not what it says. */
  boolean isRounded() {
    return exactPence().stripTrailingZeros().scale() > 0;
  }

  private BigDecimal exactPence() {
    return price.movePointRight(2).multiply(BigDecimal.valueOf(quantity));
  }
}
