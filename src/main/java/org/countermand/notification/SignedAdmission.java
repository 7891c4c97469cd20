package org.countermand.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.countermand.kernel.AccessCode;
import org.countermand.notification.model.Admission;
import org.countermand.platform.access.OrderLinks;
import org.countermand.platform.access.Secrets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Codes and signed links, under the address at which customers reach Countermand. */
@Dependent
public class SignedAdmission implements Admission {

  private final Secrets secrets;
  private final OrderLinks links;
  private final String customerPages;

  @Inject
  SignedAdmission(
      Secrets secrets,
      OrderLinks links,
      @ConfigProperty(name = "countermand.public-url") String publicUrl) {
    this.secrets = secrets;
    this.links = links;
    this.customerPages = publicUrl + (publicUrl.endsWith("/") ? "" : "/") + "customer/";
  }

  @Override
  public String code(UUID challengeId) {
    return AccessCode.of(secrets.key(AccessCode.PURPOSE), challengeId);
  }

  @Override
  public String codePage(UUID challengeId) {
    return customerPages + "code.xhtml?c=" + challengeId;
  }

  @Override
  public String orderPage(UUID orderId, String shop) {
    return customerPages + "open.xhtml?t=" + links.token(orderId, shop);
  }

  @Override
  public String cancellationPage(UUID orderId, String shop, UUID cancellationId) {
    return orderPage(orderId, shop) + "&c=" + cancellationId;
  }
}
