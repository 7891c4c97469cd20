package org.countermand.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes out: a status, headers and text. */
public record Response(int status, Map<String, String> headers, String body) {

  private static final String TYPE = "Content-Type";

  /** A JSON answer. */
  public static Response json(int status, Object value) {
    return text(status, "application/json", value instanceof String s ? s : Json.write(value));
  }

  /** An error as RFC 9457 describes it, with a code for programs. */
  public static Response problem(int status, String code, String detail) {
    return text(
        status,
        "application/problem+json",
        Json.write(Json.object().put("status", status).put("code", code).put("detail", detail)));
  }

  /** A page for people. */
  public static Response html(String page) {
    return text(200, "text/html; charset=utf-8", page);
  }

  /** Done, and there is nothing to say. */
  public static Response empty() {
    return new Response(204, Map.of(), "");
  }

  /** The same answer with one header more. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }

  private static Response text(int status, String type, String body) {
    return new Response(status, Map.of(TYPE, type), body);
  }
}
