package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.platform.access.CurrentLocale;
import org.countermand.platform.text.Amounts;
import org.countermand.platform.text.Messages;

/** What the pages say, in the language of the request. Faces escapes it when it is written. */
@RequestScoped
public class Sentences {

  @Inject CurrentLocale current;
  @Inject Messages messages;
  @Inject Amounts amounts;

  Locale locale() {
    return current.getLocale();
  }

  String say(String key) {
    return messages.say(locale(), key);
  }

  String say(String key, String name, Object value) {
    return messages.say(locale(), key, Map.of(name, value.toString()));
  }

  String say(String key, String name, Object value, String second, Object secondValue) {
    return messages.say(
        locale(), key, Map.of(name, value.toString(), second, secondValue.toString()));
  }

  String say(Finding finding) {
    return messages.say(locale(), finding);
  }

  List<String> say(List<Finding> findings) {
    return findings.stream().map(this::say).distinct().toList();
  }

  String money(Money money) {
    return amounts.money(locale(), money);
  }

  String percent(BigDecimal rate) {
    return amounts.percent(locale(), rate);
  }

  String day(LocalDate day) {
    return amounts.date(locale(), day);
  }

  String dayOf(Instant at) {
    return amounts.date(locale(), at);
  }

  /** To the minute. */
  String moment(Instant at) {
    return amounts.dateTime(locale(), at);
  }

  /** To the second, with the zone, as an acknowledgement needs it. */
  String exactly(Instant at) {
    return amounts.exactly(locale(), at);
  }
}
