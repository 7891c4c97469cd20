package org.countermand.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.FulfilmentStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

  private final Messages messages = new Messages(new Amounts("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({"en-US,en", "de-AT,de", "fr-CH,fr", "ja-JP,en", "und,en"})
  void everybodyIsAnsweredInALanguageThatIsSpokenHere(String wished, String answered) {
    assertThat(messages.supported(Locale.forLanguageTag(wished)).toLanguageTag())
        .isEqualTo(answered);
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(messages.say(Locale.JAPAN, "common.continue")).isEqualTo("Continue");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aValueMayLookLikeAPlaceholderOrAGroupReference() {
    assertThat(
            messages.say(
                Locale.ENGLISH, "common.units", Map.of("units", "{item}", "item", "$1 \\ {units}")))
        .isEqualTo("{item} × $1 \\ {units}");
  }

  @Test
  void aKeyWithoutASentenceIsSaidAsItIs() {
    assertThat(messages.say(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
  }

  @Test
  void parametersThatAreConstantsAreTranslated() {
    Finding finding = Finding.of(ReasonCode.STAGE_TOO_LATE, "stage", FulfilmentStage.PACKED);

    assertThat(messages.say(Locale.GERMAN, finding))
        .isEqualTo("Diese Ware lässt sich nicht mehr aufhalten (verpackt).");
  }

  @Test
  void amountsInFindingsAreWrittenAsTheReaderWritesThem() {
    Finding finding =
        Finding.of(ReasonCode.TOTALS_DISAGREE, "charged", "1234.50 EUR", "paid", "500 JPY");

    assertThat(messages.say(Locale.GERMAN, finding))
        .isEqualTo("Die Bestellung berechnet 1.234,50\u00a0€, bezahlt wurden aber 500\u00a0¥.");
  }

  @ParameterizedTest
  @CsvSource({"336,14 days", "24,one day", "36,36 hours", "1,one hour"})
  void hoursAreSaidAsDaysWhereTheyAreWholeDays(int hours, String said) {
    assertThat(messages.say(Locale.ENGLISH, Finding.of(ReasonCode.WINDOW_OVER, "hours", hours)))
        .isEqualTo("The order was placed more than " + said + " ago.");
  }

  @Test
  void aFindingThatLacksTheParameterIsToldInGeneral() {
    assertThat(messages.say(Locale.ENGLISH, Finding.of(ReasonCode.QUANTITY_TOO_LARGE, "line", 3)))
        .isEqualTo("This is more than can be cancelled.");
    assertThat(
            messages.say(
                Locale.ENGLISH, Finding.of(ReasonCode.QUANTITY_TOO_LARGE, "line", 3, "free", 2)))
        .isEqualTo("This is more than can be cancelled: at most 2.");
  }
}
