package org.countermand.tax.ubl;

import java.util.Map;
import org.countermand.kernel.Jurisdiction;

/** The country before a VAT number or the name of a tax. */
final class VatNumbers {

  /** What tax offices call a country, where ISO 3166-1 calls it otherwise. */
  private static final Map<String, String> OWN_NAMES = Map.of("EL", "GR", "UK", "GB", "XI", "GB");

  private VatNumbers() {}

  /** The country, or empty where none stands before it. */
  static String country(String id) {
    if (id.length() < 3) {
      return "";
    }
    String prefix = id.substring(0, 2);
    String country = OWN_NAMES.getOrDefault(prefix, prefix);
    return Jurisdiction.exists(country) ? country : "";
  }

  /** BR-CO-09: a VAT number begins with its country. */
  static boolean isVat(String id) {
    return !country(id).isEmpty();
  }
}
