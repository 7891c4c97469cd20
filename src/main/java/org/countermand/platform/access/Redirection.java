package org.countermand.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Sends a browser elsewhere, in the language in which it asked. */
final class Redirection {

  private Redirection() {}

  /**
   * To a page of ours.
   *
   * @param path within the application, safe in XML and in a header
   */
  static void to(String path, HttpServletRequest request, HttpServletResponse response) {
    String target = request.getContextPath() + path;
    try {
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        // The page's script would follow a 302 and then fail on HTML where it expects this.
        response.setContentType("text/xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response
            .getWriter()
            .write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + target
                    + "\"/></partial-response>");
      } else {
        response.sendRedirect(target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
