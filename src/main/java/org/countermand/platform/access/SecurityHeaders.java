package org.countermand.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers what they must not do with our answers. The content security policy of a Faces
 * page is not added here: it names a nonce that only the page knows.
 */
public class SecurityHeaders extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    add(RequestPath.of(request), response);
    chain.doFilter(request, response);
  }

  static void add(String path, HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    // Links to orders carry their token in the address.
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), usb=()");
    if (!isPublicFile(path)) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (Entrance.isApi(path)) {
      response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** Everything else may show whose order it is. */
  private static boolean isPublicFile(String path) {
    return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
  }
}
