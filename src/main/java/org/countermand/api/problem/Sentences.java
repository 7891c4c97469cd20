package org.countermand.api.problem;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.kernel.Finding;

/** Makes the sentence that people read from a finding: the message {@code reason.<CODE>}. */
final class Sentences {

  private static final String BUNDLE = "org.countermand.i18n.Messages";
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** A German server must not answer a French question in German where French has no sentence. */
  private static final ResourceBundle.Control NO_SERVER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Sentences() {}

  /** The sentence, or the bare code where the bundle has none. */
  static String of(Finding finding, Locale locale) {
    try {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              BUNDLE, locale, Sentences.class.getClassLoader(), NO_SERVER_LANGUAGE);
      return filled(bundle.getString("reason." + finding.code()), finding.parameters());
    } catch (MissingResourceException missing) {
      return finding.code().name();
    }
  }

  /** The message with {@code {name}} replaced by parameters; an unknown name stays as it is. */
  static String filled(String message, Map<String, String> parameters) {
    return PLACE
        .matcher(message)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(parameters.getOrDefault(place.group(1), place.group())));
  }
}
