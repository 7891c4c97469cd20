package org.countermand.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.countermand.platform.text.Languages;
import org.countermand.platform.text.Messages;

/** Finds the language to answer in: the first that the caller accepts and we speak, or English. */
@ApplicationScoped
public class Interpreter {

  @Inject private Messages messages;

  public Speech to(HttpHeaders headers) {
    Locale locale = locale(headers);
    return new Speech(locale, finding -> messages.say(locale, finding));
  }

  private static Locale locale(HttpHeaders headers) {
    try {
      return firstSpoken(headers.getAcceptableLanguages());
    } catch (RuntimeException unreadable) {
      // Servers throw differently on a broken header, and a problem has to be told in any case.
      return Locale.ENGLISH;
    }
  }

  /**
   * Chooses.
   *
   * @param accepted the most wanted first
   */
  static Locale firstSpoken(List<Locale> accepted) {
    return accepted.stream()
        .map(Locale::getLanguage)
        .flatMap(wanted -> Languages.ALL.stream().filter(l -> l.getLanguage().equals(wanted)))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }
}
