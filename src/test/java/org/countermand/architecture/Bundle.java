package org.countermand.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The messages of one language.
 *
 * @param messages message by key
 * @param twice the keys that the file has more than once, of which Java would silently keep the
 *     last
 */
record Bundle(Map<String, String> messages, List<String> twice) {

  static Bundle read(Reader reader) {
    Map<String, String> messages = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    try {
      new Properties() {
        @Override
        public synchronized Object put(Object key, Object value) {
          if (messages.put((String) key, (String) value) != null) {
            twice.add((String) key);
          }
          return super.put(key, value);
        }
      }.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bundle(messages, twice);
  }

  /**
   * What a bundle says differently from the one it translates; empty if they agree.
   *
   * @param bundles the bundles of one family by language
   */
  static List<String> disagreements(Map<String, Bundle> bundles) {
    SortedSet<String> keys = new TreeSet<>();
    bundles.values().forEach(bundle -> keys.addAll(bundle.messages.keySet()));
    List<String> found = new ArrayList<>();
    bundles.forEach(
        (language, bundle) -> {
          bundle.twice.forEach(key -> found.add(key + " stands twice in " + language));
          for (String key : keys) {
            String message = bundle.messages.get(key);
            if (message == null) {
              found.add(key + " is missing in " + language);
            } else if (message.isBlank()) {
              found.add(key + " is empty in " + language);
            }
          }
        });
    for (String key : keys) {
      Map<String, SortedSet<String>> placeholders = new TreeMap<>();
      bundles.forEach(
          (language, bundle) -> {
            String message = bundle.messages.get(key);
            if (message != null) {
              placeholders.put(language, placeholders(message));
            }
          });
      if (new java.util.HashSet<>(placeholders.values()).size() > 1) {
        found.add(key + " has different placeholders: " + placeholders);
      }
    }
    return found;
  }

  /**
   * The arguments of a {@link java.text.MessageFormat} pattern with their kind, as {@code 0} or
   * {@code 1,number}; styles may differ between languages. A lone apostrophe starts a quotation
   * that swallows what follows, as it does when the message is shown.
   */
  static SortedSet<String> placeholders(String pattern) {
    SortedSet<String> found = new TreeSet<>();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == '{' && !quoted) {
        String[] words = pattern.substring(i + 1).split("[{}]", 2)[0].split(",", -1);
        String argument = words[0].strip();
        found.add(words.length > 1 ? argument + "," + words[1].strip() : argument);
      }
    }
    return found;
  }
}
