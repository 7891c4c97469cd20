package org.countermand.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an agent wanted to go when he was asked to log in. */
public final class ReturnPath {

  /** Only a page of the back office: an address from outside would make the login a signpost. */
  private static final Pattern OFFICE =
      Pattern.compile("/agent/[A-Za-z0-9._~-]+\\.xhtml(\\?[A-Za-z0-9._~%&=+,:@/-]*)?");

  private static final int LONGEST = 500;

  private ReturnPath() {}

  /**
   * The page to go to after the login.
   *
   * @param next the request's parameter {@code next}
   * @return the path within the application; nothing for any text but a page of the back office
   */
  public static Optional<String> of(String next) {
    return next.length() <= LONGEST
            && OFFICE.matcher(next).matches()
            && !next.startsWith(Entrance.LOGIN)
        ? Optional.of(next)
        : Optional.empty();
  }

  /** The login page that leads back to this request, if it only wanted to see something. */
  static String login(HttpServletRequest request) {
    String query = request.getQueryString();
    String wanted = RequestPath.of(request) + (query == null ? "" : "?" + query);
    return Optional.of(wanted)
        .filter(path -> request.getMethod().equals("GET"))
        .flatMap(ReturnPath::of)
        .map(path -> Entrance.LOGIN + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
        .orElse(Entrance.LOGIN);
  }
}
