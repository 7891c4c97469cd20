package org.countermand.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Event;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.PublicStatus;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.StepState;
import org.countermand.cancellation.model.Uncertainty;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.eligibility.model.Effect;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TenderKind;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.model.Difference;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.PendingReason;
import org.countermand.payment.model.Reconciliation;
import org.countermand.payment.model.TenderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {

  private static final Pattern BRACES = Pattern.compile("[{}]");

  static List<Locale> languages() {
    return Languages.ALL;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheKeysAndPlaceholdersOfEnglish(Locale language) {
    assertThat(Bundles.differences(Bundles.read(Locale.ENGLISH), Bundles.read(language))).isEmpty();
  }

  @Test
  void aPlantedDifferenceIsFound() {
    var original = Map.of("same", "x {a}", "forgotten", "y", "changed", "z {a}");
    var translation = Map.of("same", "{a} x", "invented", "y", "changed", "z {b}");

    assertThat(Bundles.differences(original, translation))
        .containsExactlyInAnyOrder(
            "forgotten has no translation",
            "changed has other placeholders",
            "invented has no original");
  }

  @Test
  void allThreeFilesHaveTheSameOrder() throws IOException {
    assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ENGLISH));
    assertThat(keys(Locale.FRENCH)).isEqualTo(keys(Locale.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyConstantThatPeopleMeetHasItsWords(Locale language) {
    Map<String, String> messages = Bundles.read(language);

    assertThat(constants().filter(key -> messages.getOrDefault(key, "").isBlank())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLetterHasASubject(Locale language) {
    Map<String, String> messages = Bundles.read(language);

    assertThat(EventType.values())
        .allSatisfy(
            type ->
                assertThat(messages.keySet())
                    .anyMatch(key -> key.startsWith("letter." + type + ".subject")));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theGeneralSentenceOfAReasonNeedsNoParameter(Locale language) {
    Map<String, String> messages = Bundles.read(language);

    assertThat(ReasonCode.values())
        .allSatisfy(
            code -> assertThat(Messages.placeholders(messages.get("reason." + code))).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aSentenceToldWithAParameterContainsIt(Locale language) {
    Map<String, String> messages = Bundles.read(language);

    assertThat(messages.keySet().stream().filter(key -> key.matches("reason\\.[A-Z_]+\\..+")))
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(Messages.placeholders(messages.get(key)))
                    .contains(key.substring(key.lastIndexOf('.') + 1)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void bracesAreOnlyUsedForPlaceholders(Locale language) {
    assertThat(Bundles.read(language).values())
        .allSatisfy(
            text ->
                assertThat(text.replaceAll("\\{[A-Za-z][A-Za-z0-9]*\\}", ""))
                    .doesNotContainPattern(BRACES));
  }

  @Test
  void germanReadsWellInSwitzerlandToo() {
    assertThat(Bundles.read(Locale.GERMAN).values()).noneMatch(text -> text.contains("ß"));
  }

  @Test
  void frenchHasNoBreakableSpaceBeforeItsTallPunctuation() {
    assertThat(Bundles.read(Locale.FRENCH).values())
        .allSatisfy(text -> assertThat(text).doesNotContainPattern(" [;:?!»]|« "));
  }

  private static List<String> keys(Locale language) throws IOException {
    Path file =
        Path.of(
            "src/main/resources/org/countermand/i18n",
            "Messages_" + language.getLanguage() + ".properties");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('=')))
        .toList();
  }

  private static Stream<String> constants() {
    return Stream.of(
            named("reason.", ReasonCode.values()),
            named("state.", State.values()),
            named("status.", PublicStatus.values()),
            named("status.", PublicStatus.values()).map(key -> key + ".text"),
            named("step.", StepKind.values()),
            named("stepState.", StepState.values()),
            named("stage.", FulfilmentStage.values()),
            named("holdStatus.", HoldStatus.values()),
            named("itemClass.", ItemClass.values()),
            named("part.", PartKind.values()),
            named("partState.", PartState.values()),
            named("payout.", PayoutMethod.values()),
            Stream.of("payout.BANK_TRANSFER.to"),
            named("page.way.", PayoutMethod.values()),
            named("letter.PAYOUT_PAID.intro.", PayoutMethod.values()),
            named("letter.PAYOUT_PAID.next.", PayoutMethod.values()),
            named("letter.PAYOUT_PAID.subject.", PayoutMethod.values()),
            named("page.status.payout.", PayoutMethod.values()),
            named("payoutState.", PayoutState.values()),
            named("audit.PAYOUT_", PayoutState.values()),
            named("pending.", PendingReason.values()),
            named("uncertain.", Uncertainty.values()),
            named("uncertain.", Uncertainty.values()).map(key -> key + ".text"),
            named("difference.", Difference.Kind.values()),
            named("reconciliation.", Reconciliation.State.values()),
            named("page.quotation.way.", PartKind.values()),
            named("letter.way.", PartKind.values()),
            named("letter.way.undated.", PartKind.values()),
            named("charge.", Charge.Kind.values()),
            named("tender.", TenderKind.values()),
            named("tenderState.", TenderState.values()),
            named("refundAuthority.", RefundAuthority.values()),
            named("priceBasis.", PriceBasis.values()),
            named("next.", WorkItem.NextAction.values()),
            named("kind.", Kind.values()),
            named("page.quotation.declaration.", Kind.values()),
            named("letter.CANCELLATION_RECEIVED.subject.", Kind.values()),
            named("letter.CANCELLATION_RECEIVED.intro.", Kind.values()),
            named("effect.", Effect.values()),
            named("buyer.", Buyer.Kind.values()),
            named("audit.", Event.values()),
            kindsOf("basis.", Basis.class),
            kindsOf("outcome.", Outcome.class),
            kindsOf("actor.", Actor.class).map(key -> key.substring(0, 6) + upper(key)))
        .flatMap(keys -> keys);
  }

  private static String upper(String actor) {
    return actor.substring("actor.".length()).toUpperCase(Locale.ROOT);
  }

  private static Stream<String> named(String prefix, Enum<?>[] constants) {
    return Arrays.stream(constants).map(constant -> prefix + constant.name());
  }

  private static Stream<String> kindsOf(String prefix, Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses()).map(c -> prefix + c.getSimpleName());
  }
}
