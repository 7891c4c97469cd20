package org.countermand.tax.pdf;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.kernel.Money;
import org.countermand.tax.model.CreditDocument;

/**
 * The words of one document, and its money, rates and days as people of its language write them
 * (CLDR). Some places want their own language whatever the buyer reads.
 */
final class Wording {

  private static final String BUNDLE = "org.countermand.i18n.documents";

  private static final Map<String, Locale> OF_PLACE =
      Map.of(
          "JP",
          Locale.JAPAN,
          "KR",
          Locale.KOREA,
          "MX",
          new Locale("es", "MX"),
          "BR",
          new Locale("pt", "BR"));

  /** Where English is written, each in its own way. */
  private static final Set<String> ENGLISH =
      Set.of("US", "CA", "GB", "IE", "AU", "NZ", "IN", "SG", "ZA", "HK");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)\\}");
  private static final int FINEST_RATE = 4;

  private final Locale locale;
  private final ResourceBundle bundle;

  private Wording(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            new Locale(locale.getLanguage()),
            Wording.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** In the language that the law of the place wants, else in the buyer's. */
  static Wording of(CreditDocument document) {
    Locale demanded = OF_PLACE.get(document.reversal().supply().place().country());
    return demanded == null ? ofBuyer(document) : new Wording(demanded);
  }

  /** In the buyer's language. */
  static Wording ofBuyer(CreditDocument document) {
    Locale wished = document.language();
    String place = document.reversal().supply().place().country();
    return new Wording(
        switch (wished.getLanguage()) {
          case "de" -> writing(wished, "DE", Set.of("AT", "CH", "LI", "LU"), place);
          case "fr" -> writing(wished, "FR", Set.of("BE", "CH", "LU", "CA"), place);
          case "en" -> writing(wished, "GB", ENGLISH, place);
          default -> writing(Locale.ENGLISH, "GB", ENGLISH, place);
        });
  }

  /** The reader's own country, else the supply's where the language is at home there. */
  private static Locale writing(Locale wished, String usual, Set<String> homes, String place) {
    if (!wished.getCountry().isEmpty()) {
      return new Locale(wished.getLanguage(), wished.getCountry());
    }
    return new Locale(wished.getLanguage(), homes.contains(place) ? place : usual);
  }

  Locale locale() {
    return locale;
  }

  Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  String say(String key) {
    return bundle.getString(key);
  }

  /** With its blanks filled in once, so that a value may contain braces. */
  String say(String key, Map<String, String> named) {
    return PLACEHOLDER
        .matcher(say(key))
        .replaceAll(
            blank -> Matcher.quoteReplacement(named.getOrDefault(blank.group(1), blank.group())));
  }

  /** With as many decimals as the currency has. */
  String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    Currency currency = money.currency();
    format.setCurrency(currency);
    format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    return spaced(format.format(money.decimal()));
  }

  String percent(BigDecimal percent) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(FINEST_RATE);
    return spaced(format.format(percent.movePointLeft(2)));
  }

  String number(long number) {
    return spaced(NumberFormat.getIntegerInstance(locale).format(number));
  }

  String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** The name of a tax: the national one, or with the region that levies it. */
  String tax(String authority) {
    String[] parts = authority.split("-", -1);
    String code = parts[parts.length - 1];
    String name = find("tax." + code).orElse(code);
    if (parts.length <= 2) {
      return name;
    }
    String place = String.join("-", java.util.Arrays.asList(parts).subList(1, parts.length - 1));
    return say("tax.named", Map.of("tax", name, "place", place));
  }

  /** Narrow no-break spaces as common ones, which every font has. */
  private static String spaced(String number) {
    return number.replace('\u202f', '\u00a0');
  }
}
