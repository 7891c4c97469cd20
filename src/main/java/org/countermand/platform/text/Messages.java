package org.countermand.platform.text;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.kernel.Finding;

/**
 * The sentences that people read, from the bundles {@code org.countermand.i18n.Messages}: one file
 * for each language and none beneath them, so that a sentence missing in one is seen at once.
 *
 * <p>A placeholder is a name in braces. It is replaced once, so that a value may contain braces; an
 * apostrophe is only an apostrophe. Nothing here is escaped: who writes HTML escapes the sentence.
 */
@ApplicationScoped
public class Messages {

  static final String BUNDLE = "org.countermand.i18n.Messages";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

  private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)? [A-Z]{3}");

  private static final int HOURS_OF_A_DAY = 24;

  private final Amounts amounts;

  /** For the container's proxies only. */
  protected Messages() {
    this(new Amounts());
  }

  @Inject
  public Messages(Amounts amounts) {
    this.amounts = amounts;
  }

  /** The language in which somebody with this locale is answered. */
  public Locale supported(Locale locale) {
    return Languages.supported(locale);
  }

  /** A sentence without parameters; the key itself where there is none. */
  public String say(Locale locale, String key) {
    return say(locale, key, Map.of());
  }

  /** A sentence with its parameters as they shall be read; the key itself where there is none. */
  public String say(Locale locale, String key, Map<String, String> named) {
    return find(locale, key).map(sentence -> filled(sentence, named)).orElse(key);
  }

  /**
   * The sentence of a finding. A code has a general sentence {@code reason.<CODE>} and may have one
   * that is told with a parameter, {@code reason.<CODE>.<parameter>}, which is preferred where the
   * finding carries what it needs.
   */
  public String say(Locale locale, Finding finding) {
    String general = "reason." + finding.code();
    SortedMap<String, String> readable = new TreeMap<>();
    finding
        .parameters()
        .forEach((name, value) -> readable.put(name, readable(locale, name, value)));
    return readable.keySet().stream()
        .flatMap(name -> find(locale, general + "." + name).stream())
        .filter(sentence -> readable.keySet().containsAll(placeholders(sentence)))
        .findFirst()
        .map(sentence -> filled(sentence, readable))
        .orElseGet(() -> find(locale, general).orElse(finding.code().name()));
  }

  private String readable(Locale locale, String name, String value) {
    if (AMOUNT.matcher(value).matches()) {
      return amounts.money(locale, value);
    }
    if (name.equals("hours") && value.matches("\\d{1,9}")) {
      return span(locale, Integer.parseInt(value));
    }
    return find(locale, name + "." + value).orElse(value);
  }

  /** Whole days where it is whole days, because nobody counts 336 hours. */
  private String span(Locale locale, int hours) {
    boolean days = hours >= HOURS_OF_A_DAY && hours % HOURS_OF_A_DAY == 0;
    int n = days ? hours / HOURS_OF_A_DAY : hours;
    String key = (days ? "days." : "hours.") + (n == 1 ? "one" : "many");
    return say(locale, key, Map.of("n", Integer.toString(n)));
  }

  private static Optional<String> find(Locale locale, String key) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Languages.supported(locale),
            Messages.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  /** The names of the placeholders of a sentence. */
  static Set<String> placeholders(String sentence) {
    return PLACEHOLDER.matcher(sentence).results().map(m -> m.group(1)).collect(toSet());
  }

  private static String filled(String sentence, Map<String, String> named) {
    return PLACEHOLDER
        .matcher(sentence)
        .replaceAll(
            match -> Matcher.quoteReplacement(named.getOrDefault(match.group(1), match.group())));
  }
}
