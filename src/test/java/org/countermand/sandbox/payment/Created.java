package org.countermand.sandbox.payment;

import java.util.Map;

/**
 * Which of a list are wanted, by the second of their making.
 *
 * @param from the first second
 * @param to the last second
 */
record Created(long from, long to) {

  /**
   * Reads the parameter {@code created}: a second, or an interval of {@code gt}, {@code gte},
   * {@code lt} and {@code lte}.
   *
   * @throws Refusal when it is neither
   */
  static Created of(Parameters sent) {
    long from = Long.MIN_VALUE;
    long to = Long.MAX_VALUE;
    for (Map.Entry<String, String> side : sent.interval("created").entrySet()) {
      long second = second(side.getValue());
      switch (side.getKey()) {
        case "" -> {
          from = second;
          to = second;
        }
        case "gt" -> from = second + 1;
        case "gte" -> from = second;
        case "lt" -> to = second - 1;
        case "lte" -> to = second;
        default ->
            throw Refusal.parameter(
                "parameter_unknown",
                "created",
                "Received unknown parameter: created[" + side.getKey() + "]");
      }
    }
    return new Created(from, to);
  }

  boolean includes(long second) {
    return from <= second && second <= to;
  }

  private static long second(String text) {
    if (!text.matches("\\d{1,15}")) {
      throw Refusal.parameter("parameter_invalid_integer", "created", "Invalid integer: " + text);
    }
    return Long.parseLong(text);
  }
}
