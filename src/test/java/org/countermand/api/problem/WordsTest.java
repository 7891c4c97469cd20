package org.countermand.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "de, de",
    "de-AT, de",
    "fr-CH, fr",
    "it, en",
    "*, en",
    "it;fr;de, fr",
    "en-US;de, en",
  })
  void the_language_is_the_first_accepted_one_that_we_speak(String accepted, String chosen) {
    List<Locale> locales =
        List.of(accepted.split(";")).stream()
            .map(tag -> tag.equals("*") ? new Locale("*") : Locale.forLanguageTag(tag))
            .toList();

    assertThat(Language.firstSpoken(locales)).isEqualTo(Locale.forLanguageTag(chosen));
  }

  @Test
  void nothing_accepted_is_english() {
    assertThat(Language.firstSpoken(List.of())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void parameters_fill_the_sentence_as_they_are() {
    Map<String, String> parameters = Map.of("free", "3", "name", "$1 \\ {free}");

    assertThat(Sentences.filled("{free} of {name}, {unknown}", parameters))
        .isEqualTo("3 of $1 \\ {free}, {unknown}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void a_finding_always_has_words(String language) {
    Finding finding = Finding.of(ReasonCode.WINDOW_OVER, "minutes", 30);

    assertThat(Sentences.of(finding, Locale.forLanguageTag(language))).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "currency, /currency",
    "lines, /lines",
    "lines[1].sku, /lines/0/sku",
    "lines[12].taxes[2].amount.minor, /lines/11/taxes/1/amount/minor",
    "buyer.residence.country, /buyer/residence/country",
  })
  void a_field_has_a_pointer(String field, String pointer) {
    assertThat(Pointer.ofField(field)).contains(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charges.amount",
        "lines.discounts",
        "Idempotency-Key",
        "",
        "a b",
        "x[99999999999]"
      })
  void what_names_no_single_place_has_no_pointer(String field) {
    assertThat(Pointer.ofField(field)).isEmpty();
  }
}
