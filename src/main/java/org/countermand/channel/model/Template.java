package org.countermand.channel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where a field's value comes from: text with columns in braces, such as {@code {Invoice}}, {@code
 * GBP} or {@code customer-{Customer ID}@shop.example}. Braces have no other use.
 *
 * @param parts in order
 */
public record Template(List<Part> parts) {

  /** Text as it stands, or the name of a column. */
  public record Part(String text, boolean column) {}

  public Template {
    parts = List.copyOf(parts);
  }

  /** Reads a template; a brace that is not closed is text. */
  public static Template parse(String template) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        parts.add(new Part(template.substring(at), false));
        break;
      }
      if (open > at) {
        parts.add(new Part(template.substring(at, open), false));
      }
      parts.add(new Part(template.substring(open + 1, close), true));
      at = close + 1;
    }
    return new Template(parts);
  }

  /** The template of one column alone. */
  public static String column(String name) {
    return "{" + name + "}";
  }

  /** The columns it takes. */
  public List<String> columns() {
    return parts.stream().filter(Part::column).map(Part::text).toList();
  }

  /**
   * Whether it says something of its own beside columns; what is only a column is empty where the
   * column is.
   */
  public boolean isOneColumn() {
    return parts.size() == 1 && parts.get(0).column();
  }

  /** The value, with what each column holds. */
  public String fill(Function<String, String> cells) {
    if (parts.size() == 1) {
      Part only = parts.get(0);
      return only.column() ? cells.apply(only.text()) : only.text();
    }
    StringBuilder filled = new StringBuilder();
    parts.forEach(p -> filled.append(p.column() ? cells.apply(p.text()) : p.text()));
    return filled.toString();
  }
}
