package org.countermand.tax.model;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.ReasonCode;

/**
 * All regimes, loaded once: whatever {@code META-INF/services} names. A place that none of them
 * governs, or that is unclear, is told to a person.
 */
public final class Regimes {

  private static final Regime UNKNOWN = new UnknownPlace();

  private static final List<Regime> ALL =
      ServiceLoader.load(Regime.class, Regimes.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Regimes() {}

  /** Every regime, in the order in which they were found. */
  public static List<Regime> all() {
    return ALL;
  }

  /** The regime of a place. */
  public static Regime of(Jurisdiction place) {
    for (Regime regime : ALL) {
      if (regime.governs(place)) {
        return regime;
      }
    }
    return UNKNOWN;
  }

  /** The regime of a supply. */
  public static Regime of(Supply supply) {
    return supply.isOfUnclearPlace() ? UNKNOWN : of(supply.place());
  }

  /**
   * What the regime of the supply makes of a reversal, with what is known of the supply. Where it
   * knows nothing of the day, the money still goes back, and a person is told.
   */
  public static Ruling rule(Reversal reversal, Seller seller) {
    List<Finding> findings = new ArrayList<>(reversal.supply().findings());
    Ruling ruling;
    try {
      ruling = of(reversal.supply()).rule(reversal, seller);
    } catch (MissingDatum unknown) {
      findings.add(
          Finding.of(
              ReasonCode.TAX_RULES_UNKNOWN_THEN, "place", unknown.place(), "day", unknown.on()));
      ruling = UnknownPlace.record(reversal, seller);
    }
    findings.addAll(ruling.findings());
    return new Ruling(
        ruling.document(),
        ruling.required(),
        ruling.series(),
        ruling.taxes(),
        ruling.lastDay(),
        ruling.facts(),
        findings);
  }
}
