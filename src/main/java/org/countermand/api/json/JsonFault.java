package org.countermand.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.countermand.api.problem.Pointer;
import org.countermand.api.problem.Refusal;
import org.countermand.api.problem.Spot;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body, in our words: the library's own name our classes. */
final class JsonFault {

  private static final int LONGEST_NAME = 100;

  private JsonFault() {}

  static Refusal refusal(JacksonException fault) {
    JacksonException root = root(fault);
    List<JsonMappingException.Reference> path =
        fault instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
    return new Refusal(List.of(finding(root, path)), spot(root, path));
  }

  private static Finding finding(JacksonException root, List<JsonMappingException.Reference> path) {
    if (root instanceof UnrecognizedPropertyException unknown) {
      return Finding.of(ReasonCode.UNKNOWN_FIELD, "field", shortened(unknown.getPropertyName()));
    }
    boolean wellFormed =
        root instanceof InputCoercionException || root instanceof JsonMappingException;
    // Without a path the body as a whole is of another kind, empty, or has something after it.
    return wellFormed && !path.isEmpty()
        ? Finding.of(ReasonCode.FIELD_INVALID, "field", name(path))
        : Finding.of(ReasonCode.MALFORMED);
  }

  /** The innermost fault: the library wraps what the parser found into what the mapper did. */
  private static JacksonException root(JacksonException fault) {
    JacksonException root = fault;
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException inner) {
        root = inner;
      }
    }
    return root;
  }

  private static Spot spot(JacksonException root, List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      pointer.append(Pointer.step(word(step, 0)));
    }
    JsonLocation place = root.getLocation();
    return new Spot(
        pointer.toString(),
        place == null ? null : positive(place.getLineNr()),
        place == null ? null : positive(place.getColumnNr()));
  }

  /** As findings name fields: {@code lines[1].quantity}. */
  private static String name(List<JsonMappingException.Reference> path) {
    StringBuilder name = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        name.append('[').append(word(step, 1)).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(word(step, 1));
      }
    }
    return name.toString();
  }

  private static String word(JsonMappingException.Reference step, int firstIndex) {
    String name = step.getFieldName();
    return name == null ? String.valueOf(step.getIndex() + firstIndex) : shortened(name);
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static @Nullable Integer positive(int number) {
    return number > 0 ? number : null;
  }
}
