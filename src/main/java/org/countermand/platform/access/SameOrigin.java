package org.countermand.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a form that another site's page sends in our visitor's name, with 403. The token in the
 * form refuses it too; this does so before anything is read. The programming interface takes no
 * cookies and needs no such protection.
 */
public class SameOrigin extends HttpFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean refused =
        !SAFE.contains(request.getMethod())
            && !Entrance.isApi(RequestPath.of(request))
            && isForeign(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
    if (refused) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * Whether the browser says that another site sends this. {@code Sec-Fetch-Site} decides alone
   * where there is one: it knows better than a comparison behind proxies. An origin of {@code null}
   * says nothing, because our own pages, which send no referrer, send it too.
   */
  static boolean isForeign(
      @Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
    if (fetchSite != null) {
      return !fetchSite.equals("same-origin") && !fetchSite.equals("none");
    }
    if (origin == null || origin.equals("null")) {
      return false;
    }
    return host == null || !host.toLowerCase(Locale.ROOT).equals(authority(origin));
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
