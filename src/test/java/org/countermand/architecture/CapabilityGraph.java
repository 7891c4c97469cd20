package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Wall 2: arrows between rows are those of {@link ImportTable}, and end at a model or a door. */
final class CapabilityGraph {

  private CapabilityGraph() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.itself())
        .should(Imports.all("import by the table", (from, to) -> allowed(house, from, to)));
  }

  private static boolean allowed(House house, JavaClass from, JavaClass to) {
    Place origin = house.placeOf(from);
    Place target = house.placeOf(to);
    if (!target.isInHouse()) {
      return true;
    }
    if (origin.room() == Room.UNKNOWN || target.room() == Room.UNKNOWN) {
      return false;
    }
    if (origin.row().equals(target.row())) {
      return true;
    }
    return switch (ImportTable.reach(origin.row(), target.row())) {
      case NOTHING -> false;
      case MODEL -> target.room() == Room.MODEL;
      case DOORS_AND_MODEL -> house.opens(to);
    };
  }
}
