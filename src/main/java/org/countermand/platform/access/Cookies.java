package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets cookies that no script reads and no other site's form sends. They are {@code Secure} unless
 * {@code countermand.cookies.secure} is {@code false}.
 */
@ApplicationScoped
class Cookies {

  /** Until the browser is closed; what the cookie says ends by its own expiry. */
  private static final int SESSION = -1;

  @Inject
  @ConfigProperty(name = "countermand.cookies.secure", defaultValue = "true")
  boolean secure;

  void set(HttpServletResponse response, String name, String value) {
    add(response, name, value, SESSION);
  }

  void set(HttpServletResponse response, String name, String value, Duration age) {
    add(response, name, value, Math.toIntExact(age.toSeconds()));
  }

  void clear(HttpServletResponse response, String name) {
    add(response, name, "", 0);
  }

  private void add(HttpServletResponse response, String name, String value, int maxAge) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setMaxAge(maxAge);
    // Lax, not Strict: customers arrive from a link in a mail.
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  static Optional<String> read(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
