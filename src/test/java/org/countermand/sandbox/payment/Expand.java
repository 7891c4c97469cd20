package org.countermand.sandbox.payment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countermand.sandbox.http.Form;

/**
 * Which references are answered as objects in place of ids.
 *
 * @param names such as {@code latest_charge}, seen from the single object also in lists
 */
record Expand(Set<String> names) {

  static final Expand NOTHING = new Expand(Set.of());

  private static final Set<String> KNOWN =
      Set.of("latest_charge", "latest_charge.refunds", "charge", "payment_intent", "refunds");

  /**
   * Reads the parameter {@code expand}.
   *
   * @throws Refusal when a name cannot be expanded
   */
  static Expand of(Form form) {
    List<String> asked = form.list("expand");
    Set<String> names = new TreeSet<>();
    for (String each : asked) {
      String name = each.replaceFirst("^data\\.", "");
      if (!KNOWN.contains(name)) {
        throw Refusal.parameter(
            "parameter_unknown", "expand", "This property cannot be expanded (" + each + ").");
      }
      names.add(name);
    }
    return new Expand(names);
  }

  /** Whether it is wanted itself, or something in it. */
  boolean has(String name) {
    return names.stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "."));
  }

  /** What is wanted in something that is expanded itself. */
  Expand in(String name) {
    return new Expand(
        names.stream()
            .filter(each -> each.startsWith(name + "."))
            .map(each -> each.substring(name.length() + 1))
            .collect(Collectors.toSet()));
  }
}
