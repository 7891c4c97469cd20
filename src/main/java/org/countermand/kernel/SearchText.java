package org.countermand.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody searches for in numbers, names and addresses, in any case of letters. Three letters
 * or digits in a row may stand anywhere in what is found; less than that begins it, for too much
 * contains it.
 *
 * @param text as it was typed, without outer spaces
 */
public record SearchText(String text) {

  /** Characters at most. */
  public static final int LONGEST = 100;

  private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

  /** Letters beyond ASCII are no part of it: databases differ in whether they index them. */
  private static final Pattern ROW = Pattern.compile("[A-Za-z0-9]{3}");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

  /** The text, if it can be searched for: it has a letter or digit, and nothing unprintable. */
  public static Optional<SearchText> of(String typed) {
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    return text.length() > LONGEST
            || UNPRINTABLE.matcher(text).find()
            || !SAYS_SOMETHING.matcher(text).find()
        ? Optional.empty()
        : Optional.of(new SearchText(text));
  }

  /** As a pattern of {@code LIKE}, in which no character of the text stands for others. */
  public String pattern() {
    String literal = text.replaceAll("([\\\\%_])", "\\\\$1");
    return (ROW.matcher(text).find() ? "%" : "") + literal + "%";
  }
}
