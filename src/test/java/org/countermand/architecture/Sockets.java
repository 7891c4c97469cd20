package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Wall 6: what is outside can be exchanged, because only its socket knows of it. */
final class Sockets {

  private Sockets() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.itself())
        .should(
            Imports.all(
                "see neither a socket nor a library that belongs elsewhere",
                (from, to) -> allowed(house, from, to)));
  }

  private static boolean allowed(House house, JavaClass from, JavaClass to) {
    Place origin = house.placeOf(from);
    Place target = house.placeOf(to);
    if (target.isInHouse()) {
      return target.room() != Room.SOCKET || target.equals(origin);
    }
    return Libraries.isBuiltIn(to) || Libraries.mayBeSeen(to, origin);
  }
}
