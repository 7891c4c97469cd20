package org.countermand.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroundsCookieTest {

  private static final UUID ONE = new UUID(1, 1);

  @Test
  void what_is_kept_for_a_quotation_comes_back_with_it() {
    Grounds grounds = new Grounds(Grounds.Choice.OTHER, "zu spät – “leider”; 100 %");

    assertThat(GroundsCookie.read(ONE, GroundsCookie.write(ONE, grounds))).isEqualTo(grounds);
  }

  @Test
  void what_was_kept_for_another_quotation_does_not() {
    String cookie = GroundsCookie.write(ONE, new Grounds(Grounds.Choice.MISTAKE, ""));

    assertThat(GroundsCookie.read(new UUID(2, 2), cookie)).isEqualTo(Grounds.NONE);
  }

  @Test
  void the_longest_words_fit_into_a_cookie_in_every_script() {
    String cookie = GroundsCookie.write(ONE, new Grounds(Grounds.Choice.OTHER, "語".repeat(600)));

    assertThat(cookie.length()).isLessThan(4000);
  }

  @Test
  void whatever_else_stands_in_the_cookie_says_nothing() {
    for (String cookie : new String[] {"", "%%%", "bm90aGluZw", "x".repeat(9_999)}) {
      assertThat(GroundsCookie.read(ONE, cookie)).isEqualTo(Grounds.NONE);
    }
  }

  @Test
  void the_stored_text_begins_with_the_word_that_is_counted() {
    assertThat(new Grounds(Grounds.Choice.CHEAPER, " at the\r\nneighbour ").text())
        .isEqualTo("CHEAPER: at the neighbour");
    assertThat(new Grounds(Grounds.Choice.NONE, "").text()).isEmpty();
    assertThat(new Grounds(Grounds.Choice.NONE, "just so").text()).isEqualTo("just so");
  }
}
