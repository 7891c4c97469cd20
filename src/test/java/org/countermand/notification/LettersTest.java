package org.countermand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.countermand.notification.model.Letter;
import org.countermand.notification.model.LetterWriting;
import org.countermand.order.model.Order;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {

  private static final String UNREPLACED = "\\{\\w+\\}|(letter|reason|charge|stage)\\.\\w+";

  private final LetterWriting writing = new LetterWriting(Given.words(), Given.admission());

  static Stream<Arguments> everyLetterInEveryLanguage() {
    return Stream.of(EventType.values())
        .flatMap(
            type ->
                Stream.of(Locale.ENGLISH, Locale.GERMANY, Locale.FRENCH)
                    .map(locale -> Arguments.of(type, locale)));
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterIsWholeInEveryLanguage(EventType type, Locale locale) {
    Letter letter = write(Given.event(type), locale);

    assertThat(List.of(letter.subject(), letter.text(), letter.html()))
        .allSatisfy(text -> assertThat(text).doesNotContainPattern(UNREPLACED).isNotBlank());
    assertThat(letter.text()).contains("Mara Lindqvist").contains("LH-204816");
    assertThat(letter.html()).contains("Mara Lindqvist").contains("LH-204816");
    assertThat(letter.locale().toLanguageTag()).isEqualTo(locale.getLanguage());
    assertThat(letter.to()).isEqualTo("mara.lindqvist@example.com");
    assertThat(letter.messageId()).isEqualTo("<" + Given.ENVELOPE + "@countermand>");
  }

  @ParameterizedTest
  @EnumSource(names = "CANCELLATION_.*|REFUND_FAILED|PAYOUT_.*", mode = EnumSource.Mode.MATCH_ANY)
  void lettersAboutACancellationNameItInSubjectAndBody(EventType type) {
    Letter letter = write(Given.event(type), Locale.ENGLISH);

    assertThat(letter.subject()).contains("C-0000042");
    assertThat(letter.text()).contains("C-0000042");
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void languagesDiffer(EventType type) {
    assertThat(
            Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)
                .map(locale -> write(Given.event(type), locale).text())
                .distinct())
        .hasSize(3);
  }

  @Test
  void whoReadsAnotherLanguageIsWrittenToInEnglish() {
    Letter letter = write(Given.event(EventType.ORDER_PLACED), Locale.JAPAN);

    assertThat(letter.subject()).isEqualTo("Your order LH-204816");
    assertThat(letter.html()).contains("<html lang=\"en\">");
  }

  @Test
  void theCodeStandsInTheLetterButNotInItsSubject() {
    Letter letter = write(Given.event(EventType.ACCESS_CODE_ASKED), Locale.ENGLISH);

    assertThat(letter.subject()).doesNotContain("042137");
    assertThat(letter.text())
        .contains("042137")
        .contains("https://cancel.example/customer/code.xhtml?c=" + Given.CANCELLATION)
        .contains("If you did not ask for this code")
        .doesNotContain("open.xhtml");
    assertThat(letter.html()).contains("042137");
  }

  @Test
  void theConfirmationListsWhatWasBoughtAndLinksToTheOrder() {
    Letter letter = write(Given.event(EventType.ORDER_PLACED), Locale.ENGLISH);

    assertThat(letter.text())
        .contains("2 × Linen duvet cover, 200 × 200 cm: €178.00")
        .contains("1 × Reading lamp “Halma”: €129.00")
        .contains("Delivery: €4.90")
        .contains("Total: €311.90")
        .contains("21 November 2026")
        .contains("https://cancel.example/customer/open.xhtml?t=token");
  }

  @Test
  void theAcknowledgementTellsContentAndMomentAndPromise() {
    Letter letter = write(Given.event(EventType.CANCELLATION_RECEIVED), Locale.ENGLISH);

    assertThat(letter.text())
        .contains("23 November 2026, 14:02:11 CET")
        .contains("Delivery: €4.90")
        .contains("Total: €1,222.90")
        .contains("including tax at 19%: €195.25")
        .contains(
            "€1,100.00 is paid back to Visa •••• 4242 and usually arrives by 3 December 2026.")
        .contains("acknowledgement of receipt");
    assertThat(letter.text())
        .containsSubsequence(
            "1 × Linen duvet cover, 200 × 200 cm: €89.00", "1 × Reading lamp “Halma”: €1,129.00");
  }

  @Test
  void anUnquotedRequestIsAcknowledgedWithoutAmounts() {
    SortedMap<String, String> facts = Given.facts();
    facts.keySet().removeIf(name -> name.matches("total|.*\\.total|(tender|tax|charge)\\..*"));
    Letter letter = write(Given.event(EventType.CANCELLATION_RECEIVED, facts), Locale.ENGLISH);

    assertThat(letter.text())
        .contains("1 × Linen duvet cover, 200 × 200 cm\n")
        .contains("We are checking your request now")
        .doesNotContain("€")
        .doesNotContain("Total");
  }

  @ParameterizedTest
  @CsvSource({
    "en,We have received your withdrawal C-0000042",
    "de,Ihr Widerruf C-0000042 ist eingegangen",
    "fr,Nous avons reçu votre rétractation C-0000042"
  })
  void aWithdrawalIsAcknowledgedAsOne(Locale locale, String subject) {
    SortedMap<String, String> facts = Given.facts();
    facts.put("kind", "WITHDRAWAL");

    assertThat(write(Given.event(EventType.CANCELLATION_RECEIVED, facts), locale).subject())
        .isEqualTo(subject);
  }

  @Test
  void aRefusalNamesEveryReason() {
    Letter letter = write(Given.event(EventType.CANCELLATION_REFUSED), Locale.GERMAN);

    assertThat(letter.text())
        .contains("- Die Ware ist schon fast unterwegs (verpackt).")
        .contains("- Die Bestellung liegt länger zurück als 14 Tage.")
        .contains("Ihre Bestellung bleibt, wie sie ist.");
  }

  @Test
  void theFinalLetterTellsHowMuchWhichWayByWhenAndTheDocument() {
    Letter letter = write(Given.event(EventType.CANCELLATION_COMPLETED), Locale.FRENCH);

    assertThat(letter.text().replace('\u00a0', ' ').replace('\u202f', ' '))
        .contains("1 100,00 € sont remboursés sur Visa •••• 4242")
        .contains("3 décembre 2026")
        .contains("122,90 € : la réservation sur Mastercard •••• 5454 est levée")
        .contains("Total : 1 222,90 €")
        .contains("CN-2026-000418");
  }

  @Test
  void theFinalLetterTellsWhyLessGoesBackAndNoneOfTheDoubtsOnTheWay() {
    SortedMap<String, String> facts = Given.facts();
    facts.put("finding.3", "WAREHOUSE_PARTLY");

    assertThat(write(Given.event(EventType.CANCELLATION_COMPLETED, facts), Locale.ENGLISH).text())
        .contains("- The warehouse could stop only a part of the goods.")
        .doesNotContain("nearly on their way");
    assertThat(write(Given.event(EventType.CANCELLATION_COMPLETED), Locale.ENGLISH).text())
        .doesNotContain("Please note");
  }

  @Test
  void anAcknowledgementUnderReviewDoesNotPromiseThatTheWarehouseIsAsked() {
    SortedMap<String, String> facts = Given.facts();
    facts.put("status", "IN_REVIEW");

    assertThat(write(Given.event(EventType.CANCELLATION_RECEIVED, facts), Locale.ENGLISH).text())
        .contains("A member of our team decides on it")
        .doesNotContain("warehouse");
  }

  @Test
  void aFailedRefundTellsWhichMoneyIsMeant() {
    Letter letter = write(Given.event(EventType.REFUND_FAILED), Locale.ENGLISH);

    assertThat(letter.text())
        .contains("- €1,100.00 to Visa •••• 4242")
        .contains("The money is still yours.");
  }

  @Test
  void whereAnotherWayMayBeChosenTheLetterLeadsThere() {
    SortedMap<String, String> facts = Given.facts();
    facts.put("anotherWay", "true");

    assertThat(write(Given.event(EventType.REFUND_FAILED, facts), Locale.ENGLISH).text())
        .contains("tell us where it shall go")
        .contains("open.xhtml?t=token&c=" + Given.CANCELLATION)
        .doesNotContain("you need do nothing");
  }

  @Test
  void creditInsteadOfMoneyIsToldWithItsNumber() {
    SortedMap<String, String> facts = Given.facts();
    facts.put("payout.method", "STORE_CREDIT");
    facts.put("payout.reference", "SC-42");

    assertThat(write(Given.event(EventType.PAYOUT_PAID, facts), Locale.GERMAN).text())
        .contains("SC-42")
        .contains("statt in Geld");
    assertThat(write(Given.event(EventType.PAYOUT_PAID), Locale.ENGLISH).text())
        .contains("we have transferred €1,100.00");
  }

  @Test
  void whatPeopleTypedCannotBecomeMarkup() {
    Order order =
        Given.order(Locale.ENGLISH, "<b>Eve</b>", "Mug\"><img src=x onerror='alert(1)'> & more");
    Letter letter =
        writing.write(Given.ENVELOPE, Given.event(EventType.CANCELLATION_RECEIVED), order);

    assertThat(letter.html())
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .contains("Mug&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; more")
        .contains("Hello &lt;b&gt;Eve&lt;/b&gt;,");
  }

  @Test
  void whatPeopleTypedStaysOnOneLine() {
    Order order =
        Given.order(
            Locale.ENGLISH,
            "Eve\r\nBcc: all@example.com\u2028\u202eevil",
            "Mug\r\n\r\nYour refund is void. See https://evil.example");
    Letter letter =
        writing.write(Given.ENVELOPE, Given.event(EventType.CANCELLATION_RECEIVED), order);

    assertThat(letter.name()).isEqualTo("Eve Bcc: all@example.com evil");
    assertThat(letter.subject()).doesNotContainPattern("[\\r\\n]");
    assertThat(letter.text())
        .contains("Hello Eve Bcc: all@example.com evil,\n")
        .contains("1 × Mug Your refund is void. See https://evil.example: €89.00\n");
  }

  @Test
  void aNamelessBuyerIsGreetedWithoutAGap() {
    Order order = Given.order(Locale.GERMAN, " \t", "Becher");
    Letter letter = writing.write(Given.ENVELOPE, Given.event(EventType.ORDER_PLACED), order);

    assertThat(letter.text()).startsWith("Guten Tag,\n");
  }

  @Test
  void anEventThatDoesNotTellTheNumberMakesNoLetter() {
    SortedMap<String, String> facts = Given.facts();
    facts.remove("number");

    assertThatThrownBy(
            () -> write(Given.event(EventType.CANCELLATION_REROUTED, facts), Locale.ENGLISH))
        .hasMessage("The event does not tell number");
  }

  private Letter write(Event event, Locale locale) {
    return writing.write(Given.ENVELOPE, event, Given.order(locale));
  }
}
