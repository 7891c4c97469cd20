package org.countermand.sandbox.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came in, read to its end.
 *
 * @param path the path without the query
 * @param query the query as sent, empty when there is none
 * @param headers by name in lower case
 * @param body the text, empty when there is none
 * @param variables what the router found in the path
 */
public record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    String body,
    Map<String, String> variables) {

  /** A header by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A part of the path that the route names. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route names no " + name);
    }
    return value;
  }

  /** The query and, for other methods than GET, the body as a form. */
  public Form form() {
    return Form.parse(method.equals("GET") ? query : query + "&" + body);
  }

  Request with(Map<String, String> found) {
    return new Request(method, path, query, headers, body, new HashMap<>(found));
  }
}
