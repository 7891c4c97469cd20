package org.countermand.notification.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;

/** Words to one reader: whatever it says is one line. */
record Voice(Words words, Locale locale) {

  String say(String key) {
    return say(key, Map.of());
  }

  String say(String key, Map<String, String> named) {
    Map<String, String> lines = new HashMap<>();
    named.forEach((name, value) -> lines.put(name, OneLine.of(value)));
    return words.say(locale, key, lines);
  }

  String say(Finding finding) {
    return OneLine.of(words.say(locale, finding));
  }

  String money(Money money) {
    return words.money(locale, money);
  }

  String percent(BigDecimal percent) {
    return words.percent(locale, percent);
  }

  String date(LocalDate date) {
    return words.date(locale, date);
  }

  String date(Instant at) {
    return words.date(locale, at);
  }

  String exactly(Instant at) {
    return words.exactly(locale, at);
  }
}
