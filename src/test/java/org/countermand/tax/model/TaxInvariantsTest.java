package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Over all parts in which a supply is undone, the tax that was reversed and the tax that was kept
 * are the tax that was charged: per line, authority and rate, in every regime. {@code
 * -Dcountermand.tax.seed} repeats a run.
 */
class TaxInvariantsTest {

  private static final long SEED = Long.getLong("countermand.tax.seed", System.nanoTime());

  @Test
  void what_was_reversed_and_what_was_kept_is_what_was_charged() {
    hold(5_000);
  }

  @Test
  @Tag("soak")
  void what_was_reversed_and_what_was_kept_is_what_was_charged_for_very_many_orders() {
    hold(200_000);
  }

  private static void hold(int cases) {
    long parts = 0;
    long deductions = 0;
    int most = 0;
    for (int i = 0; i < cases; i++) {
      SupplyUndoneInParts undone = new SupplyUndoneInParts(SEED + i);
      undone.everything();
      assertThat(undone.differences()).as("seed %d", SEED + i).isEmpty();
      parts += undone.parts();
      most = Math.max(most, undone.parts());
      deductions += undone.deductions();
    }
    System.out.printf(
        "tax: seed %d, %d orders, %d parts (at most %d), %d deductions%n",
        SEED, cases, parts, most, deductions);
    assertThat(most).as("an order in fifty parts").isEqualTo(50);
    assertThat(deductions).as("deductions were met at all").isPositive();
  }
}
