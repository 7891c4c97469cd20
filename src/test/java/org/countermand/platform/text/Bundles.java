package org.countermand.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads message bundles as files and tells where they disagree. */
final class Bundles {

  private Bundles() {}

  static Map<String, String> read(Locale language) {
    String file = "/org/countermand/i18n/Messages_" + language.getLanguage() + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Bundles.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> messages = new TreeMap<>();
    properties.forEach((key, value) -> messages.put((String) key, (String) value));
    return messages;
  }

  static List<String> differences(Map<String, String> one, Map<String, String> other) {
    List<String> differences = new ArrayList<>();
    for (String key : one.keySet()) {
      if (!other.containsKey(key)) {
        differences.add(key + " has no translation");
      } else if (!Messages.placeholders(one.get(key))
          .equals(Messages.placeholders(other.get(key)))) {
        differences.add(key + " has other placeholders");
      }
    }
    other.keySet().stream()
        .filter(key -> !one.containsKey(key))
        .forEach(key -> differences.add(key + " has no original"));
    return differences;
  }
}
