package org.countermand.notification.model;

import java.util.regex.Pattern;

/**
 * Makes one line of what people typed: a line break in a name must not become a header of a mail,
 * and marks that turn the direction of writing must not disguise what stands beside it.
 */
final class OneLine {

  private static final Pattern DISGUISE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029 ]+");

  private OneLine() {}

  static String of(String text) {
    return BREAKS.matcher(DISGUISE.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }
}
