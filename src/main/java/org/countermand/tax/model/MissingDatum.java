package org.countermand.tax.model;

import java.time.LocalDate;
import org.countermand.kernel.Jurisdiction;

/** A regime's file says nothing of a place on a day, for instance of a day before it begins. */
final class MissingDatum extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final transient Jurisdiction place;
  private final transient LocalDate on;

  MissingDatum(String name, Jurisdiction place, LocalDate on) {
    super("No " + name + " of " + place + " on " + on);
    this.place = place;
    this.on = on;
  }

  Jurisdiction place() {
    return place;
  }

  LocalDate on() {
    return on;
  }
}
