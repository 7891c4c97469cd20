package org.countermand.kernel;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named values and findings as text, one a line: {@code name=value}, both percent-encoded. The text
 * is stored and may be hashed as it is; {@code jsonb} would reorder it.
 */
public final class Facts {

  private Facts() {}

  public static String write(SortedMap<String, String> facts) {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(pair(name, value)).append('\n'));
    return text.toString();
  }

  public static SortedMap<String, String> read(String text) {
    SortedMap<String, String> facts = new TreeMap<>();
    text.lines().filter(line -> !line.isEmpty()).map(Facts::pair).forEach(pair -> put(facts, pair));
    return facts;
  }

  /** One finding a line: its code, then its parameters, apart by {@code &}. */
  public static String writeFindings(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.code());
      finding.parameters().forEach((name, value) -> text.append('&').append(pair(name, value)));
      text.append('\n');
    }
    return text.toString();
  }

  public static List<Finding> readFindings(String text) {
    List<Finding> findings = new ArrayList<>();
    text.lines().filter(line -> !line.isEmpty()).forEach(line -> findings.add(finding(line)));
    return List.copyOf(findings);
  }

  private static Finding finding(String line) {
    String[] parts = line.split("&", -1);
    SortedMap<String, String> parameters = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      put(parameters, pair(parts[i]));
    }
    return new Finding(ReasonCode.valueOf(parts[0]), parameters);
  }

  private static void put(SortedMap<String, String> facts, Map.Entry<String, String> pair) {
    facts.put(pair.getKey(), pair.getValue());
  }

  private static String pair(String name, String value) {
    return encode(name) + "=" + encode(value);
  }

  private static Map.Entry<String, String> pair(String text) {
    int at = text.indexOf('=');
    return Map.entry(decode(text.substring(0, at)), decode(text.substring(at + 1)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
