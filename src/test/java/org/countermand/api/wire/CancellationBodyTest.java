package org.countermand.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.api.json.Json;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Request;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationBodyTest {

  private static final Actor PARTNER = new Actor.Partner("nordlicht-erp", "nordlicht");
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final String ORDER = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String LINE = "01890a5d-ac96-774b-bcce-b302099a8058";
  private static final String DIGEST = "ab".repeat(32);

  private static final String CONSENT =
      """
      {"order": "%s", "basis": {"type": "consent", "quotation": "%s", "digest": "%s",
       "disclosureDigest": "%s"}}
      """
          .formatted(ORDER, LINE, DIGEST, DIGEST);

  private static final String DECLARATION =
      """
      {"order": "%s", "lines": [{"line": "%s", "quantity": 2}], "kind": "WITHDRAWAL",
       "reason": "too late", "basis": {"type": "declaration", "text": "I withdraw.\\nZoë"}}
      """
          .formatted(ORDER, LINE);

  @Test
  void a_consent_needs_no_key_and_names_what_was_seen() {
    Request request = accepted(CONSENT, Optional.empty());

    assertThat(request.basis()).isEqualTo(new Basis.Consent(UUID.fromString(LINE), DIGEST, DIGEST));
    assertThat(request.asks()).isEmpty();
    assertThat(request.kind()).isEqualTo(Kind.CANCELLATION);
    assertThat(request.idempotencyKey()).isEmpty();
  }

  @Test
  void a_declaration_is_kept_in_its_words_and_the_request_in_its_exact_text() {
    Request request = accepted(DECLARATION, Optional.of("k-1"));

    assertThat(request)
        .isEqualTo(
            new Request(
                PARTNER,
                UUID.fromString(ORDER),
                Kind.WITHDRAWAL,
                List.of(new Ask(UUID.fromString(LINE), 2)),
                new Basis.Declaration("I withdraw.\nZoë"),
                "too late",
                "k-1",
                DECLARATION,
                Locale.GERMAN,
                NOW));
  }

  @Test
  void a_channel_names_its_instruction() {
    String body =
        "{\"order\": \"%s\", \"basis\": {\"type\": \"channel_instruction\", \"reference\": \"M-7\"}}"
            .formatted(ORDER);

    assertThat(accepted(body, Optional.of("k")).basis())
        .isEqualTo(new Basis.ChannelInstruction("M-7"));
  }

  @Test
  void a_declaration_without_a_key_is_refused() {
    assertThat(refused(DECLARATION, Optional.empty()))
        .containsExactly(Finding.of(ReasonCode.IDEMPOTENCY_KEY_MISSING));
  }

  @Test
  void a_consent_cannot_choose_other_lines_than_its_quotation() {
    String both =
        CONSENT.replace(
            "\"basis\"", "\"lines\": [{\"line\": \"" + LINE + "\", \"quantity\": 1}], \"basis\"");

    assertThat(refused(both, Optional.empty()))
        .containsExactly(Finding.of(ReasonCode.FIELD_INVALID, "field", "lines"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "not hexadecimal"})
  void a_digest_that_is_none_is_refused(String digest) {
    assertThat(refused(CONSENT.replace(DIGEST, digest), Optional.empty()))
        .containsExactly(
            Finding.of(ReasonCode.FIELD_INVALID, "field", "basis.digest"),
            Finding.of(ReasonCode.FIELD_INVALID, "field", "basis.disclosureDigest"));
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    assertThat(refused("{\"lines\": [{}]}", Optional.empty()))
        .extracting(finding -> finding.parameters().get("field"))
        .containsExactly("order", "lines[1].line", "lines[1].quantity", "basis");
  }

  @Test
  void words_have_limits() {
    String long500 = DECLARATION.replace("too late", "x".repeat(500));
    String long501 = DECLARATION.replace("too late", "x".repeat(501));
    String longText = DECLARATION.replace("I withdraw.", "x".repeat(10_000));
    String noWords = DECLARATION.replace("I withdraw.\\nZoë", " \\n ");

    assertThat(accepted(long500, Optional.of("k")).reason()).hasSize(500);
    assertThat(refused(long501, Optional.of("k")))
        .containsExactly(Finding.of(ReasonCode.FIELD_INVALID, "field", "reason"));
    assertThat(refused(longText, Optional.of("k")))
        .containsExactly(Finding.of(ReasonCode.FIELD_INVALID, "field", "basis.text"));
    assertThat(refused(noWords, Optional.of("k")))
        .containsExactly(Finding.of(ReasonCode.FIELD_MISSING, "field", "basis.text"));
  }

  @Test
  void whether_units_are_free_is_not_the_wires_question() {
    String many = DECLARATION.replace("\"quantity\": 2", "\"quantity\": -5");

    assertThat(accepted(many, Optional.of("k")).asks())
        .containsExactly(new Ask(UUID.fromString(LINE), -5));
  }

  private static Decision<Request> read(String body, Optional<String> key) {
    return Json.read(body, CancellationBody.class).toModel(PARTNER, key, body, Locale.GERMAN, NOW);
  }

  private static Request accepted(String body, Optional<String> key) {
    Decision<Request> decision = read(body, key);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted<Request>) decision).value();
  }

  private static List<Finding> refused(String body, Optional<String> key) {
    Decision<Request> decision = read(body, key);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused<Request>) decision).findings();
  }
}
