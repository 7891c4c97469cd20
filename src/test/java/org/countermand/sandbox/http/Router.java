package org.countermand.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the handler for a method and a path such as {@code /v1/refunds/{id}}; first come first. */
public final class Router {

  private final List<Route> routes = new ArrayList<>();

  /** Adds a route behind the others. */
  public Router on(String method, String template, Function<Request, Response> handler) {
    routes.add(new Route(method, template.split("/", -1), handler));
    return this;
  }

  /** The handler's answer; empty when no route leads there. */
  public Optional<Response> answer(Request request) {
    String[] segments = request.path().split("/", -1);
    for (Route route : routes) {
      Optional<Map<String, String>> found = route.match(request.method(), segments);
      if (found.isPresent()) {
        return Optional.of(route.handler.apply(request.with(found.get())));
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Route(String method, String[] template, Function<Request, Response> handler) {

    Optional<Map<String, String>> match(String method, String[] segments) {
      if (!this.method.equals(method) || template.length != segments.length) {
        return Optional.empty();
      }
      Map<String, String> variables = new LinkedHashMap<>();
      for (int i = 0; i < template.length; i++) {
        if (template[i].startsWith("{")) {
          variables.put(template[i].substring(1, template[i].length() - 1), segments[i]);
        } else if (!template[i].equals(segments[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(variables);
    }
  }
}
