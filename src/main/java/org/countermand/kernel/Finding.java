package org.countermand.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was found while deciding: a reason code and its parameters. The sentence that
 * people read is made from the message bundle {@code reason.<CODE>} at the edge.
 *
 * @param code why
 * @param parameters what the sentence needs, by name; never personal data
 */
public record Finding(ReasonCode code, SortedMap<String, String> parameters) {

  public Finding {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  public static Finding of(ReasonCode code) {
    return new Finding(code, Collections.emptySortedMap());
  }

  public static Finding of(ReasonCode code, String name, Object value) {
    return new Finding(code, new TreeMap<>(Map.of(name, String.valueOf(value))));
  }

  public static Finding of(
      ReasonCode code, String name, Object value, String secondName, Object secondValue) {
    return new Finding(
        code,
        new TreeMap<>(
            Map.of(name, String.valueOf(value), secondName, String.valueOf(secondValue))));
  }

  /** {@code CODE(name=value)}, for logs. */
  @Override
  public String toString() {
    return parameters.isEmpty() ? code.name() : code + parameters.toString();
  }
}
