package org.countermand.api.problem;

import java.util.Locale;
import java.util.function.Function;
import org.countermand.kernel.Finding;

/**
 * The language of one answer.
 *
 * @param locale English, German or French
 * @param words makes the sentence that people read from a finding
 */
public record Speech(Locale locale, Function<Finding, String> words) {

  String say(Finding finding) {
    return words.apply(finding);
  }
}
