package org.countermand.channel.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countermand.kernel.Jurisdiction;

/** The names that shops give to countries: codes, names in three languages, and habits. */
final class Countries {

  /** Regions that are no country stand for the one that most of their people live in. */
  private static final String HABITS =
      """
      UK=GB
      Great Britain=GB
      England=GB
      EIRE=IE
      RSA=ZA
      USA=US
      United States of America=US
      UAE=AE
      Korea=KR
      Czech Republic=CZ
      Holland=NL
      Channel Islands=JE
      Hong Kong=HK
      Turkey=TR
      West Indies=JM
      """;

  private static final List<String> NOT_NOTED = List.of("", "unspecified", "unknown", "n/a", "nan");

  private static final Map<String, Jurisdiction> NAMES = names();

  private Countries() {}

  /** The country of this name; the home country where the name says that nobody knows. */
  static Optional<Jurisdiction> find(String name, String homeCountry) {
    String key = name.toLowerCase(Locale.ROOT);
    return NOT_NOTED.contains(key)
        ? Optional.of(Jurisdiction.of(homeCountry))
        : Optional.ofNullable(NAMES.get(key));
  }

  private static Map<String, Jurisdiction> names() {
    Map<String, Jurisdiction> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      Jurisdiction jurisdiction = Jurisdiction.of(code);
      names.put(code.toLowerCase(Locale.ROOT), jurisdiction);
      for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
        names.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), jurisdiction);
      }
    }
    HABITS
        .lines()
        .map(line -> Arrays.asList(line.split("=", -1)))
        .forEach(
            pair -> names.put(pair.get(0).toLowerCase(Locale.ROOT), Jurisdiction.of(pair.get(1))));
    return Map.copyOf(names);
  }
}
