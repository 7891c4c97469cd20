package org.countermand.sandbox.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Response;

/** A list object: newest first, a page at a time. */
final class Page {

  private Page() {}

  /** The names of the parameters of a list with these filters. */
  static Set<String> with(String... filters) {
    Set<String> names = new HashSet<>(Set.of("limit", "starting_after", "ending_before"));
    names.addAll(List.of(filters));
    return names;
  }

  static <T> Response of(
      Parameters sent,
      String url,
      List<T> newestFirst,
      Function<T, String> id,
      Function<T, JsonNode> json) {
    int limit = (int) Math.min(100, sent.amount("limit").orElse(10));
    List<String> ids = newestFirst.stream().map(id).toList();
    int from = index(sent, "starting_after", ids).map(at -> at + 1).orElse(0);
    int to = index(sent, "ending_before", ids).orElse(ids.size());
    boolean backwards = sent.text("ending_before").isPresent();
    int first = backwards ? Math.max(from, to - limit) : from;
    int last = backwards ? to : Math.min(to, from + limit);
    ArrayNode data = Json.array();
    for (int i = first; i < last; i++) {
      data.add(json.apply(newestFirst.get(i)));
    }
    ObjectNode list = Json.object().put("object", "list");
    list.set("data", data);
    return Response.json(
        200, list.put("has_more", backwards ? first > from : last < to).put("url", url));
  }

  private static Optional<Integer> index(Parameters sent, String name, List<String> ids) {
    return sent.text(name)
        .map(
            id -> {
              int index = ids.indexOf(id);
              if (index < 0) {
                throw Refusal.parameter("resource_missing", name, "No such object: '" + id + "'");
              }
              return index;
            });
  }
}
