package org.countermand.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.countermand.kernel.ReasonCode;

/**
 * Answers a program with a problem document (RFC 9457) where no resource got to see its request.
 */
final class Problem {

  private Problem() {}

  /** The whole response; what was written before and not sent yet is dropped. */
  static void write(HttpServletResponse response, int status) {
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    try {
      response.getOutputStream().write(json(status).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(int status) {
    return """
        {"type":"about:blank","title":"%s","status":%d,"code":"%s"}"""
        .formatted(title(status), status, code(status));
  }

  static ReasonCode code(int status) {
    return switch (status) {
      case 400 -> ReasonCode.MALFORMED;
      case 401 -> ReasonCode.NOT_AUTHENTICATED;
      case 403 -> ReasonCode.NOT_PERMITTED;
      case 404 -> ReasonCode.NOT_FOUND;
      case 405, 406, 415 -> ReasonCode.UNSUPPORTED;
      case 413 -> ReasonCode.TOO_LARGE;
      case 429 -> ReasonCode.TOO_MANY_REQUESTS;
      default -> status < 500 ? ReasonCode.MALFORMED : ReasonCode.INTERNAL;
    };
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      default -> status < 500 ? "Bad Request" : "Internal Server Error";
    };
  }
}
