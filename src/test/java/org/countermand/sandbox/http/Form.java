package org.countermand.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A form or query string with bracketed names: {@code metadata[part]=7} is entry {@code part} of
 * map {@code metadata}, {@code expand[]=a} and {@code expand[0]=a} are elements of list {@code
 * expand}.
 */
public final class Form {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Form() {}

  /**
   * Decodes percent-encoded pairs.
   *
   * @throws BadRequest when an escape is broken
   */
  public static Form parse(String encoded) {
    Form form = new Form();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        form.values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
      }
    }
    return form;
  }

  /** The last value of a plain name. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).map(all -> all.get(all.size() - 1));
  }

  /** The entries of a map, in the order sent. */
  public Map<String, String> map(String name) {
    Map<String, String> entries = new LinkedHashMap<>();
    values.forEach(
        (key, all) -> {
          if (key.startsWith(name + "[") && key.endsWith("]")) {
            entries.put(
                key.substring(name.length() + 1, key.length() - 1), all.get(all.size() - 1));
          }
        });
    return entries;
  }

  /** The elements of a list, in the order sent. */
  public List<String> list(String name) {
    List<String> elements = new ArrayList<>();
    values.forEach(
        (key, all) -> {
          if (key.startsWith(name + "[")) {
            elements.addAll(all);
          }
        });
    return elements;
  }

  /** The names without their brackets. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    values.keySet().forEach(key -> names.add(key.replaceFirst("\\[.*", "")));
    return names;
  }

  /** The same text for the same parameters in whatever order they came. */
  public String canonical() {
    return new TreeMap<>(values).toString();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(e.getMessage());
    }
  }
}
