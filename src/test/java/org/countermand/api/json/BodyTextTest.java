package org.countermand.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.countermand.api.problem.Refusal;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

class BodyTextTest {

  @Test
  void text_comes_through_unchanged() {
    String text = "{\"name\": \"Zoë 🎁\"}\r\n";

    assertThat(BodyText.read(stream(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(text);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    assertRefused(stream("Zoë".getBytes(StandardCharsets.ISO_8859_1)), ReasonCode.MALFORMED);
    assertRefused(stream(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}), ReasonCode.MALFORMED);
  }

  @Test
  void a_body_may_be_as_long_as_the_bound_but_not_longer() {
    assertThat(BodyText.read(stream(new byte[BodyText.LONGEST]))).hasSize(BodyText.LONGEST);
    assertRefused(stream(new byte[BodyText.LONGEST + 1]), ReasonCode.TOO_LARGE);
  }

  @Test
  void a_connection_that_breaks_is_the_callers_fault_not_ours() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset by peer");
          }
        };

    assertRefused(broken, ReasonCode.MALFORMED);
  }

  private static void assertRefused(InputStream body, ReasonCode code) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> BodyText.read(body));
    assertThat(refusal).isNotNull();
    assertThat(refusal.findings()).containsExactly(Finding.of(code));
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
