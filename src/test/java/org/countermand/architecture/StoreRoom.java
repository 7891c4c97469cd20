package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What the memory of a capability may import. */
final class StoreRoom {

  private static final List<String> BUILT_IN =
      List.of(
          "java",
          "javax.sql",
          "jakarta.persistence",
          "jakarta.inject",
          "jakarta.enterprise",
          "jakarta.annotation",
          // Rows are written as JSON text.
          "jakarta.json",
          "org.jspecify");

  private StoreRoom() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.room(Room.STORE))
        .should(
            Imports.all(
                "import models, persistence and CDI", (from, to) -> allowed(house, from, to)));
  }

  private static boolean allowed(House house, JavaClass from, JavaClass to) {
    Place origin = house.placeOf(from);
    Place target = house.placeOf(to);
    if (!target.isInHouse()) {
      return Libraries.isIn(to, BUILT_IN)
          || (!Libraries.isBuiltIn(to) && Libraries.mayBeSeen(to, origin));
    }
    return target.equals(origin)
        || target.room() == Room.PLUMBING
        || PureModel.isModelInReach(origin, target);
  }
}
