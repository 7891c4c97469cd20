package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries what somebody says about his reasons from the page of the order to the one where he
 * agrees. A cookie, because such words do not belong into addresses, which are logged, and there is
 * no session. It belongs to one quotation and is sent to that one page only.
 */
@RequestScoped
public class GroundsCookie {

  private static final String NAME = "cm-grounds";

  @Inject
  @ConfigProperty(name = "countermand.cookies.secure", defaultValue = "true")
  boolean secure;

  void keep(UUID quotationId, Grounds grounds) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("path", external().getRequestContextPath() + "/customer/quotation.xhtml");
    attributes.put("httpOnly", true);
    attributes.put("secure", secure);
    attributes.put("SameSite", "Lax");
    external().addResponseCookie(NAME, write(quotationId, grounds), attributes);
  }

  /** What was said when this quotation was asked for. */
  Grounds of(UUID quotationId) {
    return external().getRequestCookieMap().get(NAME) instanceof Cookie cookie
        ? read(quotationId, cookie.getValue())
        : Grounds.NONE;
  }

  static String write(UUID quotationId, Grounds grounds) {
    String text = quotationId + "\n" + grounds.choice() + "\n" + grounds.words();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever the browser brings back: it is his own text, and anything unreadable says nothing. */
  static Grounds read(UUID quotationId, String cookie) {
    return decoded(cookie)
        .filter(part -> part.size() == 3 && part.get(0).equals(quotationId.toString()))
        .map(part -> new Grounds(Grounds.Choice.of(part.get(1)), part.get(2)))
        .orElse(Grounds.NONE);
  }

  private static Optional<List<String>> decoded(String cookie) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(cookie);
      return Optional.of(List.of(new String(text, StandardCharsets.UTF_8).split("\n", 3)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
