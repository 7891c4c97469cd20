package org.countermand.kernel;

import java.util.Locale;
import java.util.Set;

/**
 * A place whose law applies: a country (ISO 3166-1 alpha-2) and, where the law differs inside it, a
 * region.
 *
 * @param country two upper-case letters
 * @param region the subdivision's own code such as {@code CA} for California, or empty
 */
public record Jurisdiction(String country, String region) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public Jurisdiction {
    if (!COUNTRIES.contains(country)) {
      throw new IllegalArgumentException("No such country: " + country);
    }
  }

  /** A country as a whole. */
  public static Jurisdiction of(String country) {
    return new Jurisdiction(country, "");
  }

  /** Whether ISO 3166-1 knows this code. */
  public static boolean exists(String country) {
    return COUNTRIES.contains(country);
  }

  @Override
  public String toString() {
    return region.isEmpty() ? country : country + "-" + region;
  }
}
