package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;

/** Wall 5: no way in has a second path with its own behaviour. */
final class WaysIn {

  private WaysIn() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.room(Room.WAY_IN))
        .should(
            Imports.all(
                "reach capabilities through doors, processes and models",
                (from, to) -> !house.placeOf(to).isOfCapability() || house.opens(to)));
  }
}
