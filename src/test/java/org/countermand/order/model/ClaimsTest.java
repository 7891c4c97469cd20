package org.countermand.order.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countermand.kernel.Ids;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @Test
  void the_lowest_free_units_are_taken_first() {
    assertThat(Claims.NONE.lowestFree(2, 5)).containsExactly(new UnitRange(1, 2));
  }

  @Test
  void units_given_back_are_taken_again_before_higher_ones() {
    Claims claims =
        new Claims(
            List.of(
                new Claims.Claim(new UnitRange(5, 6), Ids.next()),
                new Claims.Claim(new UnitRange(2, 2), Ids.next())));
    assertThat(claims.lowestFree(4, 9))
        .containsExactly(new UnitRange(1, 1), new UnitRange(3, 4), new UnitRange(7, 7));
    assertThat(claims.units()).isEqualTo(3);
  }

  @Test
  void no_more_is_given_than_there_is() {
    Claims claims = new Claims(List.of(new Claims.Claim(new UnitRange(1, 2), Ids.next())));
    assertThat(claims.lowestFree(9, 3)).containsExactly(new UnitRange(3, 3));
  }
}
