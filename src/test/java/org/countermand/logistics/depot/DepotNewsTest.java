package org.countermand.logistics.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Digest;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldLine;
import org.countermand.logistics.model.HoldStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come later, signed. */
class DepotNewsTest {

  private static final String SECRET = "depot_secret";
  private static final Instant SIGNED = Instant.ofEpochSecond(1_700_000_000);
  private static final UUID HOLD = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID LINE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final String BODY =
      ("{\"type\":\"hold.answered\",\"hold\":{\"id\":\"%s\",\"order\":\"R1\","
              + "\"status\":\"partly_held\",\"lines\":[{\"line\":\"%s\",\"sku\":\"CUP\","
              + "\"requested\":3,\"held\":2,\"reason\":\"packed\"}]}}")
          .formatted(HOLD, LINE);

  /** Computed with openssl over the body above, not with the code under test. */
  private static final String V1 =
      "a6aac4fcb98d568b9e0ad74fc36b8c882921efc129b02fb7c7b780208096a05c";

  private final DepotNews news = new DepotNews(Optional.of(List.of("older", SECRET)));

  @Test
  void a_signed_answer_is_read() {
    assertThat(news.read("t=1700000000,v1=" + V1, BODY, SIGNED))
        .isEqualTo(
            Decision.yes(
                new HoldAnswer(
                    HOLD, HoldStatus.PARTLY_HELD, List.of(new HoldLine(LINE, "CUP", 2)))));
  }

  @Test
  void one_good_signature_among_several_is_enough() {
    String header = "t=1700000000, v0=x,v1=bad,v1=" + V1;
    assertThat(news.read(header, BODY, SIGNED)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void five_minutes_are_tolerated_either_way_and_no_second_more() {
    String header = "t=1700000000,v1=" + V1;
    assertThat(news.read(header, BODY, SIGNED.plusSeconds(300)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(news.read(header, BODY, SIGNED.minusSeconds(300)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(news.read(header, BODY, SIGNED.plusSeconds(301))).isEqualTo(invalid());
    assertThat(news.read(header, BODY, SIGNED.minusSeconds(301))).isEqualTo(invalid());
  }

  @Test
  void another_body_or_no_secret_does_not_verify() {
    String header = "t=1700000000,v1=" + V1;
    assertThat(news.read(header, BODY + "\n", SIGNED)).isEqualTo(invalid());
    assertThat(new DepotNews(Optional.empty()).read(header, BODY, SIGNED)).isEqualTo(invalid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=", "t=x,v1=y", "v1=y", "t=9999999999999999,v1=y", ",,", "t=-1"})
  void a_header_that_is_none_does_not_verify(String header) {
    assertThat(news.read(header, BODY, SIGNED)).isEqualTo(invalid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"type\":\"hold.answered\"}",
        "{\"type\":\"stock.counted\",\"hold\":{}}",
        "{\"type\":\"hold.answered\",\"hold\":{\"id\":\"x\",\"status\":\"held\"}}"
      })
  void a_signed_body_that_is_no_answer_is_malformed(String body) {
    String header = "t=1700000000,v1=" + hmac(body);
    assertThat(news.read(header, body, SIGNED)).isEqualTo(Decision.no(ReasonCode.MALFORMED));
  }

  private static String hmac(String body) {
    return Digest.hmacHex(SECRET.getBytes(StandardCharsets.UTF_8), "1700000000." + body);
  }

  private static Decision<HoldAnswer> invalid() {
    return Decision.no(ReasonCode.SIGNATURE_INVALID);
  }
}
