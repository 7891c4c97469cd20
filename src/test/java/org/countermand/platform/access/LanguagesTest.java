package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  private final Exchange exchange = new Exchange("GET", "/", Map.of());

  @Test
  void english_when_nothing_is_known() {
    assertThat(Languages.of(exchange.request())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void the_first_that_is_spoken_of_those_the_browser_accepts() {
    exchange.accepting(Locale.ITALIAN, Locale.CANADA_FRENCH, Locale.GERMAN);
    assertThat(Languages.of(exchange.request())).isEqualTo(Locale.FRENCH);
  }

  @Test
  void the_one_chosen_before_beats_the_browser() {
    exchange.accepting(Locale.FRENCH).cookie("cm-lang", "de");
    assertThat(Languages.of(exchange.request())).isEqualTo(Locale.GERMAN);
  }

  @Test
  void the_one_asked_for_now_beats_both() {
    exchange.accepting(Locale.FRENCH).cookie("cm-lang", "de").query("a=b&lang=en");
    assertThat(Languages.of(exchange.request())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void what_is_not_spoken_is_passed_over() {
    exchange.accepting(Locale.GERMAN).cookie("cm-lang", "<script>").query("lang=it&slang=fr");
    assertThat(Languages.of(exchange.request())).isEqualTo(Locale.GERMAN);
  }

  @Test
  void only_a_language_that_is_spoken_is_remembered() throws Exception {
    LanguageChoice filter = new LanguageChoice();
    filter.cookies = new Cookies();
    filter.doFilter(exchange.query("lang=it").request(), exchange.response(), (q, r) -> {});
    assertThat(exchange.cookies()).doesNotContainKey("cm-lang");
    filter.doFilter(exchange.query("lang=fr").request(), exchange.response(), (q, r) -> {});
    assertThat(exchange.cookies()).containsEntry("cm-lang", "fr");
  }
}
