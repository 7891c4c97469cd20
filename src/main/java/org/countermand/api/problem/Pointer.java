package org.countermand.api.problem;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the names of fields in findings into JSON Pointers. Names are for people and count from 1
 * ({@code lines[1].sku}); pointers are for programs and count from 0 ({@code /lines/0/sku}).
 */
public final class Pointer {

  private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d{1,9})])?");
  private static final Set<String> LISTS =
      Set.of("lines", "charges", "tenders", "fulfilments", "taxes", "discounts");

  private Pointer() {}

  /** The pointer, or nothing where the name does not say which element of a list it is about. */
  static Optional<String> ofField(String field) {
    StringBuilder pointer = new StringBuilder();
    String[] steps = field.split("\\.", -1);
    for (int i = 0; i < steps.length; i++) {
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        return Optional.empty();
      }
      pointer.append('/').append(step.group(1));
      String position = step.group(2);
      if (position != null) {
        pointer.append('/').append(Math.max(0, Integer.parseInt(position) - 1));
      } else if (LISTS.contains(step.group(1)) && i < steps.length - 1) {
        return Optional.empty();
      }
    }
    return Optional.of(pointer.toString());
  }

  /** One step of a pointer, with the two characters escaped that mean something in it. */
  public static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
