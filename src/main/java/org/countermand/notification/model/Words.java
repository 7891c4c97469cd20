package org.countermand.notification.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;

/** The sentences of letters and the way in which a language writes amounts and days. */
public interface Words {

  /** The language in which a reader with this locale is written to. */
  Locale language(Locale locale);

  /** The sentence under a key of the message bundles, its placeholders replaced. */
  String say(Locale locale, String key, Map<String, String> named);

  /** The sentence of a finding. */
  String say(Locale locale, Finding finding);

  String money(Locale locale, Money money);

  /** A rate given in percent. */
  String percent(Locale locale, BigDecimal percent);

  String date(Locale locale, LocalDate date);

  /** The day on which a moment falls for the shop. */
  String date(Locale locale, Instant at);

  /** A moment to the second, with its time zone. */
  String exactly(Locale locale, Instant at);
}
