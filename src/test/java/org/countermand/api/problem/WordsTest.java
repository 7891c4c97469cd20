package org.countermand.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.text.Amounts;
import org.countermand.platform.text.Messages;
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

    assertThat(Interpreter.firstSpoken(locales)).isEqualTo(Locale.forLanguageTag(chosen));
  }

  @Test
  void nothing_accepted_is_english() {
    assertThat(Interpreter.firstSpoken(List.of())).isEqualTo(Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | at most 3",
        "de | 3",
        "fr | 3",
      })
  void a_finding_is_told_in_the_language_of_the_answer(String language, String part) {
    Locale locale = Locale.forLanguageTag(language);
    Messages messages = new Messages(new Amounts("UTC"));
    Finding finding = Finding.of(ReasonCode.QUANTITY_TOO_LARGE, "free", 3);

    FindingBody told =
        FindingBody.of(finding, new Speech(locale, found -> messages.say(locale, found)));

    assertThat(told.message()).contains(part).isEqualTo(messages.say(locale, finding));
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
