package org.countermand.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

  @Test
  void equalsThePublishedVector() {
    String body = "{\"id\":\"evt_test\",\"object\":\"event\",\"type\":\"refund.failed\"}";
    assertThat(Signature.header("whsec_test_secret", 1_700_000_000L, body))
        .isEqualTo(
            "t=1700000000,"
                + "v1=dfdcd45addd881b97443799afab5695511c55999aa19a0b8ba36296115255f3a");
  }

  @Test
  void changesWithEveryPart() {
    String signature = Signature.v1("secret", 1, "body");
    assertThat(Signature.v1("Secret", 1, "body")).isNotEqualTo(signature);
    assertThat(Signature.v1("secret", 2, "body")).isNotEqualTo(signature);
    assertThat(Signature.v1("secret", 1, "body ")).isNotEqualTo(signature);
  }
}
