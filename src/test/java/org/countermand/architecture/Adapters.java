package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Map;

/** Wall 7: no row stays locked while somebody outside is thinking. */
final class Adapters {

  private static final List<String> DATABASE =
      List.of("jakarta.persistence", "java.sql", "javax.sql");

  /**
   * Sockets whose beans may run in the caller's transaction, each with its reason: they compute
   * with a library and wait for nobody. The first half of the wall holds for them as well.
   */
  private static final Map<String, String> RUN_WITH_THEIR_CALLER =
      Map.of(
          "channel.csv", "reads a stream that its door was given, and calls nobody outside",
          "payment.iban", "computes check digits",
          "tax.ubl", "writes what it was given, and calls nobody outside");

  private Adapters() {}

  static ArchRule in(House house) {
    return CompositeArchRule.of(
            classes()
                .that(house.room(Room.SOCKET))
                .should(
                    Imports.all("see no database", (from, to) -> !Libraries.isIn(to, DATABASE))))
        .and(classes().that(house.room(Room.SOCKET)).should(new NeverRunInTransaction(house)));
  }

  private static final class NeverRunInTransaction extends ArchCondition<JavaClass> {
    private final House house;

    NeverRunInTransaction(House house) {
      super("never run in a transaction");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean exempt = RUN_WITH_THEIR_CALLER.containsKey(house.placeOf(type).socket());
      if (Beans.isBean(type) && !exempt) {
        TransactionAttributes.expect("NEVER", type, events);
      }
    }
  }
}
