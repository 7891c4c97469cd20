package org.countermand.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.countermand.kernel.AccessCode;
import org.countermand.platform.access.OrderLinks;
import org.countermand.platform.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedAdmissionTest {

  private static final UUID CHALLENGE = new UUID(3, 4);

  private final Secrets secrets = Secrets.of(Base64.getEncoder().encodeToString(new byte[32]));
  private final SignedAdmission admission = admission("https://cancel.example");

  @Test
  void theMailedCodeIsTheOneThatIsChecked() {
    assertThat(admission.code(CHALLENGE))
        .matches("\\d{6}")
        .isEqualTo(AccessCode.of(secrets.key("access-code"), CHALLENGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://cancel.example", "https://cancel.example/"})
  void linksStandUnderThePublicAddress(String publicUrl) {
    SignedAdmission admission = admission(publicUrl);

    assertThat(admission.codePage(CHALLENGE))
        .isEqualTo("https://cancel.example/customer/code.xhtml?c=" + CHALLENGE);
    assertThat(admission.orderPage(CHALLENGE, "linden"))
        .isEqualTo("https://cancel.example/customer/open.xhtml?t=linden-" + CHALLENGE);
  }

  @Test
  void theLinkToTheCodePageDoesNotCarryTheCode() {
    assertThat(admission.codePage(CHALLENGE)).doesNotContain(admission.code(CHALLENGE));
  }

  private SignedAdmission admission(String publicUrl) {
    return new SignedAdmission(
        secrets,
        new OrderLinks() {
          @Override
          public String token(UUID orderId, String shop) {
            return shop + "-" + orderId;
          }
        },
        publicUrl);
  }
}
