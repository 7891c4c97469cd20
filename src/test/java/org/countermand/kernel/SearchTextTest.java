package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "L-1001, %L-1001%",
    "ana@example.org, %ana@example.org%",
    "ab, ab%",
    "4 2, 4 2%",
    "Ιωάννης, Ιωάννης%",
    "Müller, %Müller%",
    "a_b, a\\_b%",
    "100%, %100\\%%",
    "a\\b, a\\\\b%",
  })
  void three_in_a_row_may_stand_anywhere_and_nothing_stands_for_others(
      String typed, String pattern) {
    assertThat(SearchText.of(typed).get().pattern()).isEqualTo(pattern);
  }

  @Test
  void letters_that_are_written_in_two_ways_are_one() {
    assertThat(SearchText.of("  Mu\u0308ller ")).contains(new SearchText("Müller"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "%", "--- __", "a\u0000b", "a\nb", "a\ud800b", "a\u001b[2Jb"})
  void what_says_nothing_or_cannot_be_written_is_not_searched_for(String typed) {
    assertThat(SearchText.of(typed)).isEmpty();
  }

  @Test
  void a_novel_is_not_searched_for() {
    assertThat(SearchText.of("x".repeat(SearchText.LONGEST))).isPresent();
    assertThat(SearchText.of("x".repeat(SearchText.LONGEST + 1))).isEmpty();
  }
}
