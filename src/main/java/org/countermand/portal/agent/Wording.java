package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countermand.audit.model.AuditEntry;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.platform.access.CurrentLocale;
import org.countermand.platform.text.Amounts;
import org.countermand.platform.text.Messages;

/**
 * Says everything on a page in the language of the request; pages call it as {@code #{officeText}}.
 * Nothing here is escaped: Faces escapes what it writes.
 */
@Named("officeText")
@RequestScoped
public class Wording {

  private static final String NEEDS_PERSON = "NEEDS_PERSON_";

  @Inject CurrentLocale current;
  @Inject Messages messages;
  @Inject Amounts amounts;
  @Inject Clock clock;

  public Locale locale() {
    return current.getLocale();
  }

  public String say(String key) {
    return messages.say(locale(), key);
  }

  /** The sentence of a key or, where there is none, the word that the key was made of. */
  public String known(String key, String word) {
    String sentence = say(key);
    return sentence.equals(key) ? word : sentence;
  }

  /** What a call to the outside came to: a word of the outcome or of the step it was for. */
  public String outcome(String word) {
    return known("outcome." + word, known("stepState." + word, word));
  }

  /** What an entry of the record says was done; a need of a person is told by its reason. */
  public String done(AuditEntry entry) {
    String what = entry.what();
    if (what.startsWith(NEEDS_PERSON)) {
      return say("agent.detail.workItem")
          + ": "
          + say("reason." + what.substring(NEEDS_PERSON.length()));
    }
    String sentence = fill("audit." + what, entry.facts());
    return sentence.equals("audit." + what) ? what : sentence;
  }

  /** How many, in a sentence that has one form for one and another for all else. */
  public String count(String key, long n) {
    return fill(n == 1 ? key + ".one" : key, "count", n);
  }

  /** The beginning of a digest, which is enough to compare it by eye. */
  public String shortened(String digest) {
    return digest.matches("[0-9a-f]{40,}") ? digest.substring(0, 12) + "…" : digest;
  }

  /** A sentence with one blank; the bundle's sentences name theirs. */
  public String fill(String key, String name, Object value) {
    return messages.say(locale(), key, Map.of(name, String.valueOf(value)));
  }

  public String fill(String key, String name, Object value, String second, Object secondValue) {
    return messages.say(
        locale(), key, Map.of(name, String.valueOf(value), second, String.valueOf(secondValue)));
  }

  private String fill(String key, Map<String, String> named) {
    return messages.say(locale(), key, named);
  }

  public String finding(Finding finding) {
    return messages.say(locale(), finding);
  }

  public List<String> findings(List<Finding> findings) {
    return findings.stream().map(this::finding).distinct().toList();
  }

  public String money(Money money) {
    return amounts.money(locale(), money);
  }

  /** A number with its thousands parted. */
  public String number(Number number) {
    return amounts.number(locale(), number);
  }

  /** An amount of whatever currency. */
  public String amount(BigDecimal amount) {
    return amounts.amount(locale(), amount);
  }

  public String percent(BigDecimal percent) {
    return amounts.percent(locale(), percent);
  }

  public String day(LocalDate day) {
    return amounts.date(locale(), day);
  }

  public String dayOf(Instant at) {
    return amounts.date(locale(), at);
  }

  /** To the minute. */
  public String moment(Instant at) {
    return amounts.dateTime(locale(), at);
  }

  /** To the second, with the zone. */
  public String exactly(Instant at) {
    return amounts.exactly(locale(), at);
  }

  /** How long ago, for the eye; beside it always stands the moment itself. */
  public String ago(Instant at) {
    Age age = Age.between(at, clock.instant());
    return fill(age.key(), "n", age.n());
  }
}
