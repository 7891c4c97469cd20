package org.countermand.platform.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a visitor sees when no page could be shown: a sentence in his language and a way back, never
 * the cause. Needs neither Faces nor the database, because either may be what failed. A program
 * gets a problem document.
 */
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final ResourceBundle.Control ENGLISH_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final String HTML =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%2$s</title>
      <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
      </head>
      <body>
      <main>
      <h1>%2$s</h1>
      <p>%3$s</p>
      <p><a href="%4$s/">%5$s</a></p>
      </main>
      </body>
      </html>
      """;

  /** Whatever the method of the request that failed. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    // Without these attributes somebody has typed the address of this page itself.
    int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    String failed = path instanceof String text ? text : "";
    if (Entrance.isApi(
        failed.substring(Math.min(failed.length(), request.getContextPath().length())))) {
      Problem.write(response, code);
    } else {
      write(code, request, response);
    }
  }

  private static void write(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = Languages.of(request);
    ResourceBundle texts =
        ResourceBundle.getBundle("org.countermand.i18n.errors", locale, ENGLISH_ELSE);
    String kind = kind(status);
    response.setStatus(status);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'");
    response
        .getWriter()
        .write(
            HTML.formatted(
                locale.getLanguage(),
                texts.getString(kind + ".title"),
                texts.getString(kind + ".text"),
                request.getContextPath(),
                texts.getString("home")));
  }

  private static String kind(int status) {
    return switch (status) {
      case 401, 403 -> "forbidden";
      case 404, 405 -> "missing";
      case 411, 413 -> "large";
      default -> status < 500 ? "malformed" : "failed";
    };
  }
}
