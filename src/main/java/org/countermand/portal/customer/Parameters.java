package org.countermand.portal.customer;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the address or a form says; whatever is not readable is not there. */
final class Parameters {

  private Parameters() {}

  static Optional<UUID> id(Map<String, String> parameters, String name) {
    try {
      return Optional.of(UUID.fromString(text(parameters, name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One line as it was typed: without outer spaces, and without what nobody types. */
  static String line(@Nullable String typed) {
    return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", "").strip();
  }

  static String text(Map<String, String> parameters, String name) {
    return parameters.getOrDefault(name, "").strip();
  }
}
