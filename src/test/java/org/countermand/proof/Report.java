package org.countermand.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What was found, for people and for programs. */
public record Report(List<Result> results) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Report {
    results = List.copyOf(results);
  }

  /** Broken if one statement is; else not provable if one is not; else proved. */
  public Verdict verdict() {
    if (has(Verdict.BROKEN)) {
      return Verdict.BROKEN;
    }
    return has(Verdict.NOT_PROVABLE) ? Verdict.NOT_PROVABLE : Verdict.PROVED;
  }

  /** 0 when all is proved, 1 when something is broken, 2 when something could not be asked. */
  public int exitCode() {
    return switch (verdict()) {
      case PROVED -> 0;
      case BROKEN -> 1;
      case NOT_PROVABLE -> 2;
    };
  }

  private boolean has(Verdict verdict) {
    return results.stream().anyMatch(result -> result.verdict() == verdict);
  }

  /** A table, with the first rows of what is broken under their statement. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("%-13s %10s %8s  %s%n".formatted("", "looked at", "broken", "statement"));
    for (Result result : results) {
      text.append(
          "%-13s %10d %8d  %s%n"
              .formatted(
                  word(result.verdict()), result.looked(), result.broken(), result.sentence()));
      result.rows().forEach(row -> line(text, row));
      if (result.broken() > result.rows().size()) {
        line(text, "… and %d more".formatted(result.broken() - result.rows().size()));
      }
      if (!result.note().isEmpty()) {
        line(text, "(" + result.note() + ")");
      }
    }
    long proved = results.stream().filter(r -> r.verdict() == Verdict.PROVED).count();
    return text.append("%n%d of %d statements are proved.%n".formatted(proved, results.size()))
        .toString();
  }

  /** The same as one JSON object. */
  public String json() {
    ObjectNode root = JSON.createObjectNode().put("verdict", verdict().name());
    ArrayNode array = root.putArray("statements");
    for (Result result : results) {
      ObjectNode node =
          array
              .addObject()
              .put("id", result.id())
              .put("sentence", result.sentence())
              .put("verdict", result.verdict().name())
              .put("looked", result.looked())
              .put("broken", result.broken())
              .put("note", result.note());
      ArrayNode rows = node.putArray("rows");
      result.rows().forEach(rows::add);
    }
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void line(StringBuilder text, String row) {
    text.append(" ".repeat(35)).append(row).append(System.lineSeparator());
  }

  private static String word(Verdict verdict) {
    return verdict.name().toUpperCase(Locale.ROOT).replace('_', ' ');
  }
}
