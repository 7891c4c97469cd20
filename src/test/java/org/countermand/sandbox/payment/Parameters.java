package org.countermand.sandbox.payment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countermand.sandbox.http.Form;

/** The parameters of a request, refused before execution when they are wrong. */
final class Parameters {

  private static final long LARGEST = 99_999_999;

  private final Form form;

  private Parameters(Form form) {
    this.form = form;
  }

  /**
   * Takes the parameters of a request.
   *
   * @throws Refusal when there is one that is not known
   */
  static Parameters of(Form form, Set<String> known) {
    for (String name : form.names()) {
      if (!known.contains(name) && !name.equals("expand")) {
        throw Refusal.parameter("parameter_unknown", name, "Received unknown parameter: " + name);
      }
    }
    return new Parameters(form);
  }

  Expand expand() {
    return Expand.of(form);
  }

  Optional<String> text(String name) {
    return form.get(name).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                Refusal.parameter(
                    "parameter_missing", name, "Missing required param: " + name + "."));
  }

  boolean flag(String name) {
    return text(name)
        .map(value -> choice(name, value, Set.of("true", "false")))
        .equals(Optional.of("true"));
  }

  /** A positive number of minor units. */
  OptionalLong amount(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.get().matches("-?\\d{1,15}")) {
      throw Refusal.parameter("parameter_invalid_integer", name, "Invalid integer: " + text.get());
    }
    long amount = Long.parseLong(text.get());
    if (amount < 1) {
      throw Refusal.parameter(
          "parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
    }
    if (amount > LARGEST) {
      throw Refusal.parameter(
          "amount_too_large", name, "Amount must be no more than " + LARGEST + ".");
    }
    return OptionalLong.of(amount);
  }

  <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    Map<String, E> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(Wire::name, Function.identity()));
    return text(name).map(value -> byName.get(choice(name, value, byName.keySet())));
  }

  Optional<String> oneOf(String name, Set<String> values) {
    return text(name).map(value -> choice(name, value, values));
  }

  String currency() {
    String currency = required("currency").toLowerCase(Locale.ROOT);
    if (!currency.matches("[a-z]{3}")) {
      throw Refusal.parameter("parameter_invalid", "currency", "Invalid currency: " + currency);
    }
    return currency;
  }

  /** The sides of an interval, such as {@code created[gte]}; a plain value stands under no name. */
  Map<String, String> interval(String name) {
    Map<String, String> sides = new LinkedHashMap<>(form.map(name));
    text(name).ifPresent(value -> sides.put("", value));
    return sides;
  }

  Map<String, String> metadata() {
    return form.map("metadata");
  }

  private static String choice(String name, String value, Set<String> values) {
    if (!values.contains(value)) {
      throw Refusal.parameter(
          "parameter_invalid", name, "Invalid " + name + ": must be one of " + values);
    }
    return value;
  }
}
