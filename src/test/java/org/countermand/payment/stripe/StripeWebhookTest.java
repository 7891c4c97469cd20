package org.countermand.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Digest;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PendingReason;
import org.countermand.payment.model.RefundTrace;
import org.countermand.payment.model.TenderState;
import org.countermand.payment.model.Told;
import org.countermand.sandbox.webhook.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures over exact bodies, and what the bodies are about. */
class StripeWebhookTest {

  private static final String SECRET = "whsec_test_secret";
  private static final Instant SIGNED = Instant.ofEpochSecond(1_700_000_000);
  private static final String BODY =
      "{\"id\":\"evt_test\",\"object\":\"event\",\"type\":\"refund.failed\"}";

  /** Computed with openssl, not with the code under test. */
  private static final String V1 =
      "dfdcd45addd881b97443799afab5695511c55999aa19a0b8ba36296115255f3a";

  private static final String REFUND =
      """
      {"id":"evt","object":"event","type":"refund.created","data":{"object":
       {"id":"re_1","object":"refund","payment_intent":"pi_1","status":"succeeded"}}}""";

  private final StripeWebhook webhook = new StripeWebhook(Optional.of(List.of(SECRET)));

  @Test
  void the_known_vector_verifies() {
    assertThat(webhook.read("t=1700000000,v1=" + V1, BODY, SIGNED))
        .isEqualTo(
            Decision.yes(
                new GatewayNews(
                    "stripe",
                    "evt_test",
                    "refund.failed",
                    "",
                    Optional.empty(),
                    new Told.Nothing(),
                    BODY)));
  }

  @Test
  void what_a_message_says_is_told_in_our_words() {
    assertThat(told("refund.created", "{\"object\":\"refund\",\"status\":\"succeeded\"}"))
        .isEqualTo(new Told.Part(PartState.SUCCEEDED, true, RefundTrace.NONE));
    assertThat(told("refund.updated", "{\"object\":\"refund\",\"status\":\"failed\"}"))
        .isEqualTo(new Told.Part(PartState.FAILED, false, RefundTrace.NONE));
    assertThat(
            told(
                "charge.refunded",
                "{\"object\":\"charge\",\"captured\":true,\"currency\":\"eur\","
                    + "\"amount_captured\":4490,\"amount_refunded\":490}"))
        .isEqualTo(new Told.Payment(TenderState.CAPTURED, 4490, 490));
    assertThat(
            told(
                "charge.refunded",
                "{\"object\":\"charge\",\"captured\":true,\"currency\":\"isk\","
                    + "\"amount_captured\":4400}"))
        .isEqualTo(new Told.Payment(TenderState.CAPTURED, 44, 0));
    assertThat(
            told(
                "charge.refunded",
                "{\"object\":\"charge\",\"captured\":true,\"currency\":\"galleon\","
                    + "\"amount_captured\":4400}"))
        .isEqualTo(new Told.Nothing());
    assertThat(
            told(
                "charge.dispute.created",
                "{\"object\":\"charge\",\"captured\":true,\"disputed\":true}"))
        .isEqualTo(new Told.Nothing());
  }

  @Test
  void how_far_a_refund_is_on_its_way_is_told_too() {
    assertThat(
            told(
                "refund.updated",
                "{\"object\":\"refund\",\"status\":\"pending\","
                    + "\"pending_reason\":\"insufficient_funds\"}"))
        .isEqualTo(
            new Told.Part(
                PartState.PENDING,
                false,
                new RefundTrace("", Optional.of(PendingReason.INSUFFICIENT_FUNDS))));
    assertThat(
            told(
                "refund.updated",
                "{\"object\":\"refund\",\"status\":\"succeeded\",\"destination_details\":"
                    + "{\"card\":{\"reference\":\"74240000000000000000001\"}}}"))
        .isEqualTo(
            new Told.Part(
                PartState.SUCCEEDED,
                false,
                new RefundTrace("74240000000000000000001", Optional.empty())));
  }

  @Test
  void what_tells_of_money_that_went_back_is_told_from_the_rest() {
    assertThat(read(REFUND).tellsOfRefund()).isTrue();
    assertThat(read(chargeWith(1)).tellsOfRefund()).isTrue();
    assertThat(read(chargeWith(0)).tellsOfRefund()).isFalse();
  }

  private static String chargeWith(long refunded) {
    return """
        {"id":"evt","object":"event","type":"charge.captured","data":{"object":
         {"id":"ch_1","object":"charge","payment_intent":"pi_1","captured":true,
          "currency":"eur","amount_captured":100,"amount_refunded":%d}}}"""
        .formatted(refunded);
  }

  @Test
  void messages_signed_by_either_secret_are_believed_while_they_are_being_changed() {
    StripeWebhook rotating = new StripeWebhook(Optional.of(List.of("whsec_new", SECRET)));
    String old = Signature.header(SECRET, SIGNED.getEpochSecond(), BODY);
    String fresh = Signature.header("whsec_new", SIGNED.getEpochSecond(), BODY);
    String both = old + "," + fresh.substring(fresh.indexOf("v1="));
    for (String header : List.of(old, fresh, both)) {
      assertThat(rotating.read(header, BODY, SIGNED)).isInstanceOf(Decision.Accepted.class);
    }
    StripeWebhook after = new StripeWebhook(Optional.of(List.of("whsec_new")));
    assertThat(after.read(old, BODY, SIGNED)).isEqualTo(invalid());
    assertThat(after.read(both, BODY, SIGNED)).isInstanceOf(Decision.Accepted.class);
  }

  private Told told(String type, String about) {
    String body =
        "{\"id\":\"evt\",\"object\":\"event\",\"type\":\"%s\",\"data\":{\"object\":%s}}"
            .formatted(type, about);
    String signature = Signature.header(SECRET, SIGNED.getEpochSecond(), body);
    return webhook.read(signature, body, SIGNED) instanceof Decision.Accepted<GatewayNews> heard
        ? heard.value().told()
        : new Told.Nothing();
  }

  @Test
  void one_good_signature_among_several_is_enough() {
    String header = "t=1700000000,v1=" + "0".repeat(64) + ",v1=" + V1 + ",v0=old";
    assertThat(webhook.read(header, BODY, SIGNED)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void every_secret_is_tried_while_they_are_being_changed() {
    StripeWebhook rotating = new StripeWebhook(Optional.of(List.of("whsec_new", SECRET)));
    assertThat(rotating.read("t=1700000000,v1=" + V1, BODY, SIGNED))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void five_minutes_are_tolerated_and_no_second_more() {
    String header = "t=1700000000,v1=" + V1;
    assertThat(webhook.read(header, BODY, SIGNED.plusSeconds(300)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(webhook.read(header, BODY, SIGNED.plusSeconds(301))).isEqualTo(invalid());
  }

  @Test
  void another_body_another_time_or_another_secret_does_not_verify() {
    assertThat(webhook.read("t=1700000000,v1=" + V1, BODY + " ", SIGNED)).isEqualTo(invalid());
    assertThat(webhook.read("t=1700000001,v1=" + V1, BODY, SIGNED)).isEqualTo(invalid());
    assertThat(
            new StripeWebhook(Optional.of(List.of("whsec_other")))
                .read("t=1700000000,v1=" + V1, BODY, SIGNED))
        .isEqualTo(invalid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=",
        "v1=abc",
        "t=x,v1=y",
        ",,,",
        "t=1700000000",
        "nonsense",
        "t",
        "t,v1",
        "t=99999999999999999999,v1=y"
      })
  void a_header_that_is_none_does_not_verify(String header) {
    assertThat(webhook.read(header, BODY, SIGNED)).isEqualTo(invalid());
  }

  @Test
  void without_a_secret_nothing_is_believed() {
    String unsigned = Digest.hmacHex(new byte[] {0}, "1700000000." + BODY);
    assertThat(
            new StripeWebhook(Optional.empty()).read("t=1700000000,v1=" + unsigned, BODY, SIGNED))
        .isEqualTo(invalid());
    assertThat(
            new StripeWebhook(Optional.of(List.of("", " ")))
                .read("t=1700000000,v1=" + V1, BODY, SIGNED))
        .isEqualTo(invalid());
  }

  @Test
  void news_of_a_refund_name_its_payment_and_our_part() {
    UUID part = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    GatewayNews news =
        read(
            """
            {"id":"evt_1","object":"event","type":"refund.updated","data":{"object":
             {"id":"re_1","object":"refund","payment_intent":"pi_1","status":"failed",
              "metadata":{"countermand_part":"%s"}}}}"""
                .formatted(part));
    assertThat(news.reference()).isEqualTo("pi_1");
    assertThat(news.partId()).contains(part);
    assertThat(news.type()).isEqualTo("refund.updated");
  }

  @Test
  void news_of_a_payment_or_a_dispute_name_the_payment_only() {
    GatewayNews payment =
        read(
            """
            {"id":"evt_2","object":"event","type":"payment_intent.canceled","data":{"object":
             {"id":"pi_2","object":"payment_intent","metadata":{"countermand_part":"no uuid"}}}}""");
    assertThat(payment.reference()).isEqualTo("pi_2");
    assertThat(payment.partId()).isEmpty();
    GatewayNews dispute =
        read(
            """
            {"id":"evt_3","object":"event","type":"charge.dispute.created","data":{"object":
             {"id":"dp_1","object":"dispute","payment_intent":"pi_3"}}}""");
    assertThat(dispute.reference()).isEqualTo("pi_3");
  }

  @Test
  void news_of_something_without_a_payment_have_no_reference() {
    GatewayNews news =
        read(
            """
            {"id":"evt_4","object":"event","type":"charge.refunded","data":{"object":
             {"id":"ch_1","object":"charge","payment_intent":null}}}""");
    assertThat(news.reference()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"object\":\"event\",\"type\":\"x\"}",
        "{\"id\":\"evt\",\"type\":\"x\"}",
        "{\"id\":null,\"object\":\"event\",\"type\":\"x\"}",
        "{\"id\":{},\"object\":\"event\",\"type\":\"x\"}"
      })
  void a_signed_body_that_is_no_event_is_malformed(String body) {
    assertThat(webhook.read(sign(body), body, SIGNED)).isEqualTo(Decision.no(ReasonCode.MALFORMED));
  }

  private GatewayNews read(String body) {
    return ((Decision.Accepted<GatewayNews>) webhook.read(sign(body), body, SIGNED)).value();
  }

  private static String sign(String body) {
    byte[] key = SECRET.getBytes(StandardCharsets.UTF_8);
    return "t=1700000000,v1=" + Digest.hmacHex(key, "1700000000." + body);
  }

  private static Decision<GatewayNews> invalid() {
    return Decision.no(ReasonCode.SIGNATURE_INVALID);
  }
}
