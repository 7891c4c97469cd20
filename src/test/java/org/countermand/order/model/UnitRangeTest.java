package org.countermand.order.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.countermand.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRangeTest {

  private static final long SEED = 20261123L;

  @ParameterizedTest
  @CsvSource({"1000,3,1,333", "1000,3,2,334", "1000,3,3,333", "-100,3,2,-34", "1,4,2,1", "0,5,3,0"})
  void a_units_share_is_the_difference_of_rounded_cumulative_shares(
      long total, int quantity, int unit, long share) {
    assertThat(new UnitRange(unit, unit).shareOf(Money.of(total, "EUR"), quantity).minor())
        .isEqualTo(share);
  }

  @Test
  void any_parts_of_a_line_sum_to_the_line() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int quantity = 1 + random.nextInt(200);
      long total = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
      Money sum = Money.of(0, "EUR");
      int first = 1;
      while (first <= quantity) {
        int last = first + random.nextInt(quantity - first + 1);
        sum = sum.plus(new UnitRange(first, last).shareOf(Money.of(total, "EUR"), quantity));
        first = last + 1;
      }
      assertThat(sum.minor()).as("seed %d, case %d", SEED, i).isEqualTo(total);
    }
  }

  @ParameterizedTest
  @CsvSource({"10250,2,1,5130", "10250,2,2,5120", "-100,3,1,-30", "-100,3,2,-40", "-100,3,3,-30"})
  void where_money_moves_in_steps_so_do_the_shares(long total, int quantity, int unit, long share) {
    assertThat(new UnitRange(unit, unit).shareOf(Money.of(total, "KWD"), quantity, 10).minor())
        .isEqualTo(share);
  }

  @Test
  void a_total_that_is_no_multiple_of_the_step_is_not_shared_out_by_it() {
    assertThatThrownBy(() -> new UnitRange(1, 1).shareOf(Money.of(10_255, "KWD"), 2, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The formula of the specification, computed with exact decimals. */
  @Test
  void agrees_with_the_formula_in_exact_decimals() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int quantity = 1 + random.nextInt(1_000_000);
      int unit = 1 + random.nextInt(quantity);
      long total = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
      long expected = cumulative(total, quantity, unit) - cumulative(total, quantity, unit - 1);
      assertThat(new UnitRange(unit, unit).shareOf(Money.of(total, "EUR"), quantity).minor())
          .as("seed %d: unit %d of %d in %d", SEED, unit, quantity, total)
          .isEqualTo(expected);
    }
  }

  private static long cumulative(long total, int quantity, int units) {
    return BigDecimal.valueOf(total)
        .multiply(BigDecimal.valueOf(units))
        .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
