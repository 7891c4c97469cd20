package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.countermand.architecture.ImportTable.Reach;

/** Wall 1: the mind of a capability can be thought without a server or a database. */
final class PureModel {

  private static final List<String> PURE = List.of("java", "javax.crypto", "org.jspecify");
  private static final List<String> IMPURE = List.of("java.sql");

  private PureModel() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.room(Room.MODEL))
        .should(Imports.all("import only what is pure", (from, to) -> allowed(house, from, to)));
  }

  private static boolean allowed(House house, JavaClass from, JavaClass to) {
    if (!house.placeOf(to).isInHouse()) {
      return Libraries.isIn(to, PURE) && !Libraries.isIn(to, IMPURE);
    }
    return isModelInReach(house.placeOf(from), house.placeOf(to));
  }

  /** Own model, kernel, or the model of a capability that the table lets be seen. */
  static boolean isModelInReach(Place from, Place to) {
    return to.room() == Room.MODEL
        && (to.row().equals(from.row())
            || ImportTable.reach(from.row(), to.row()) != Reach.NOTHING);
  }
}
