package org.countermand.platform.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and its response without a container; what the response sets as cookies, the next
 * request of the same browser brings. Methods that no test needed yet fail.
 */
final class Exchange {

  private final String method;
  private final String path;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, Cookie> set = new LinkedHashMap<>();
  private final Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private List<Locale> locales = List.of(Locale.ROOT);
  private String query;
  private int status = 200;

  Exchange(String method, String path, Map<String, String> headers) {
    this.method = method;
    this.path = path;
    this.headers.putAll(headers);
  }

  Exchange query(String text) {
    query = text;
    return this;
  }

  Exchange accepting(Locale... accepted) {
    locales = List.of(accepted);
    return this;
  }

  Exchange cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** The next request of the same browser. */
  Exchange then(String nextMethod, String nextPath) {
    Exchange next = new Exchange(nextMethod, nextPath, Map.of());
    next.cookies.putAll(cookies());
    return next;
  }

  Map<String, String> cookies() {
    Map<String, String> kept = new LinkedHashMap<>(cookies);
    set.forEach(
        (name, cookie) -> {
          if (cookie.getMaxAge() == 0) {
            kept.remove(name);
          } else {
            kept.put(name, cookie.getValue());
          }
        });
    return kept;
  }

  Cookie setCookie(String name) {
    return set.get(name);
  }

  int status() {
    return status;
  }

  Map<String, String> answered() {
    return answered;
  }

  String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  HttpServletRequest request() {
    return stub(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getMethod" -> method;
              case "getServletPath" -> path;
              case "getPathInfo" -> null;
              case "getContextPath" -> "";
              case "getQueryString" -> query;
              case "getRemoteAddr" -> "192.0.2.1";
              case "getHeader" -> headers.get((String) arguments[0]);
              case "getLocales" -> Collections.enumeration(locales);
              case "getCookies" ->
                  cookies.isEmpty()
                      ? null
                      : cookies.entrySet().stream()
                          .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
                          .toArray(Cookie[]::new);
              default -> throw new UnsupportedOperationException(name);
            });
  }

  HttpServletResponse response() {
    return stub(
        HttpServletResponse.class,
        (name, arguments) -> {
          switch (name) {
            case "setStatus", "sendError" -> status = (Integer) arguments[0];
            case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
            case "sendRedirect" -> {
              status = 302;
              answered.put("Location", (String) arguments[0]);
            }
            case "addCookie" -> set.put(((Cookie) arguments[0]).getName(), (Cookie) arguments[0]);
            case "resetBuffer" -> body.reset();
            case "getOutputStream" -> {
              return new Output();
            }
            case "getWriter" -> {
              return new PrintWriter(body, true, StandardCharsets.UTF_8) {
                @Override
                public void write(String text) {
                  super.write(text);
                  flush();
                }
              };
            }
            case "setCharacterEncoding", "flushBuffer" -> {}
            default -> throw new UnsupportedOperationException(name);
          }
          return null;
        });
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T stub(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> answer.to(called.getName(), arguments)));
  }

  private final class Output extends ServletOutputStream {
    @Override
    public void write(int octet) {
      body.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
