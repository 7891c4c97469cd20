package org.countermand.tax.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing on a line, its parts apart by tabs; the first part says what it is. Whatever a part
 * contains comes back as it was: a backslash is doubled, and control characters and halves of
 * characters are written as {@code \}{@code uXXXX}.
 */
record Row(List<String> parts) {

  private static final int HEX = 16;
  private static final int HEX_SIGNS = 4;

  Row {
    parts = List.copyOf(parts);
  }

  /** A line; nothing that is there is null, and what is not there is empty. */
  static String line(String word, Object... parts) {
    StringBuilder text = new StringBuilder(word);
    for (Object part : parts) {
      text.append('\t').append(escaped(part instanceof Optional<?> o ? orEmpty(o) : part));
    }
    return text.append('\n').toString();
  }

  /** Reads a line without its end. */
  static Row read(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : line.split("\t", -1)) {
      parts.add(plain(part));
    }
    return new Row(parts);
  }

  String word() {
    return parts.get(0);
  }

  /** The part with this number, from 1. */
  String part(int number) {
    return parts.get(number);
  }

  /** As {@link #part}, nothing where it is empty. */
  Optional<String> some(int number) {
    return Optional.of(part(number)).filter(text -> !text.isEmpty());
  }

  private static Object orEmpty(Optional<?> part) {
    return part.isPresent() ? part.get() : "";
  }

  private static String escaped(Object part) {
    String plain = String.valueOf(part);
    StringBuilder text = new StringBuilder(plain.length());
    plain
        .codePoints()
        .forEach(
            sign -> {
              if (sign == '\\') {
                text.append("\\\\");
              } else if (Character.isISOControl(sign) || isHalf(sign)) {
                text.append("\\u%04x".formatted(sign));
              } else {
                text.appendCodePoint(sign);
              }
            });
    return text.toString();
  }

  private static boolean isHalf(int sign) {
    return Character.getType(sign) == Character.SURROGATE;
  }

  private static String plain(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    int at = 0;
    while (at < escaped.length()) {
      char sign = escaped.charAt(at++);
      if (sign != '\\') {
        text.append(sign);
      } else if (escaped.charAt(at++) == '\\') {
        text.append('\\');
      } else {
        text.append((char) Integer.parseInt(escaped.substring(at, at + HEX_SIGNS), HEX));
        at += HEX_SIGNS;
      }
    }
    return text.toString();
  }
}
