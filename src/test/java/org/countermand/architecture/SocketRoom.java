package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** What an adapter may import of the house; walls 6 and 7 say what it may import from outside. */
final class SocketRoom {

  private SocketRoom() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.room(Room.SOCKET))
        .should(Imports.all("import models only", (from, to) -> allowed(house, from, to)));
  }

  private static boolean allowed(House house, JavaClass from, JavaClass to) {
    Place origin = house.placeOf(from);
    Place target = house.placeOf(to);
    return !target.isInHouse()
        || target.equals(origin)
        || target.room() == Room.PLUMBING
        || PureModel.isModelInReach(origin, target);
  }
}
