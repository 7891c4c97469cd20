package org.countermand.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.notification.model.Words;
import org.countermand.platform.text.Amounts;
import org.countermand.platform.text.Messages;

/** Takes the words of letters from the message bundles. */
@Dependent
public class BundleWords implements Words {

  private final Messages messages;
  private final Amounts amounts;

  @Inject
  BundleWords(Messages messages, Amounts amounts) {
    this.messages = messages;
    this.amounts = amounts;
  }

  @Override
  public Locale language(Locale locale) {
    return messages.supported(locale);
  }

  @Override
  public String say(Locale locale, String key, Map<String, String> named) {
    return messages.say(locale, key, named);
  }

  @Override
  public String say(Locale locale, Finding finding) {
    return messages.say(locale, finding);
  }

  @Override
  public String money(Locale locale, Money money) {
    return amounts.money(locale, money);
  }

  @Override
  public String percent(Locale locale, BigDecimal percent) {
    return amounts.percent(locale, percent);
  }

  @Override
  public String date(Locale locale, LocalDate date) {
    return amounts.date(locale, date);
  }

  @Override
  public String date(Locale locale, Instant at) {
    return amounts.date(locale, at);
  }

  @Override
  public String exactly(Locale locale, Instant at) {
    return amounts.exactly(locale, at);
  }
}
