package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void only_all_of_it_is_the_whole() {
    assertThat(tally(20_001, 20_001).accuracy()).hasValue(10_000);
    assertThat(tally(20_001, 20_000).accuracy()).hasValue(9_999);
    assertThat(tally(3, 2).accuracy()).hasValue(6_666);
  }

  @Test
  void where_nothing_is_settled_nothing_is_exact_or_not() {
    assertThat(Tally.NOTHING.accuracy()).isEmpty();
  }

  @Test
  void pages_add_up() {
    assertThat(tally(3, 2).plus(tally(1, 1)).differing(2)).isEqualTo(new Tally(0, 0, 0, 2, 4, 3));
  }

  private static Tally tally(long settled, long exact) {
    return new Tally(0, 0, 0, 0, settled, exact);
  }
}
