package org.countermand.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that Countermand speaks, and which of them a browser wants to hear. */
final class Languages {

  static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
  static final String PARAMETER = "lang";
  static final String COOKIE = "cm-lang";

  private Languages() {}

  /** As asked for now, else as chosen before, else as the browser is set, else English. */
  static Locale of(HttpServletRequest request) {
    Stream<Optional<Locale>> asked =
        Stream.of(asked(request), Cookies.read(request, COOKIE).flatMap(Languages::spoken));
    Stream<Optional<Locale>> accepted =
        Collections.list(request.getLocales()).stream().map(locale -> spoken(locale.getLanguage()));
    return Stream.concat(asked, accepted)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /** Looks at the address only: the parameters of a form would be read before they are bounded. */
  static Optional<Locale> asked(HttpServletRequest request) {
    return Optional.ofNullable(request.getQueryString()).stream()
        .flatMap(query -> Stream.of(query.split("&", -1)))
        .filter(parameter -> parameter.startsWith(PARAMETER + "="))
        .map(parameter -> spoken(parameter.substring(PARAMETER.length() + 1)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<Locale> spoken(String language) {
    return SPOKEN.stream().filter(locale -> locale.getLanguage().equals(language)).findFirst();
  }
}
