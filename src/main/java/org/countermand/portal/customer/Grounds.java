package org.countermand.portal.customer;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody cancels, if he likes to say: a word that can be counted, and words of his own.
 *
 * @param choice one of {@link Choice}
 * @param words at most {@value #LONGEST} characters, or empty
 */
record Grounds(Choice choice, String words) {

  static final int LONGEST = 500;

  static final Grounds NONE = new Grounds(Choice.NONE, "");

  /** What is offered; the sentence is {@code page.order.reason.<name>}. */
  enum Choice {
    NONE,
    MISTAKE,
    TOO_SLOW,
    CHEAPER,
    CHANGED_MIND,
    OTHER;

    static Choice of(@Nullable String word) {
      String wanted = word == null ? "" : word.toUpperCase(Locale.ROOT);
      return Stream.of(values()).filter(c -> c.name().equals(wanted)).findFirst().orElse(NONE);
    }
  }

  Grounds {
    String one = words.strip().replaceAll("\\p{Cntrl}+", " ");
    words = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
  }

  /** As it is stored with the cancellation: {@code MISTAKE}, {@code OTHER: two arrived}. */
  String text() {
    String word = choice == Choice.NONE ? "" : choice.name();
    if (words.isEmpty()) {
      return word;
    }
    return word.isEmpty() ? words : word + ": " + words;
  }
}
