package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;

/** Wall 4: an entity is memory; a store gives records and takes events, and keeps its rows. */
final class Entities {

  private Entities() {}

  static ArchRule in(House house) {
    return CompositeArchRule.of(
            classes().that(house.itself()).should(new BeNamedAsWhatTheyAre(house)))
        .and(
            classes()
                .that(house.itself())
                .should(
                    Imports.all(
                        "touch entities only inside the store",
                        (from, to) -> !isEntity(house, to) || isInStoreOf(house, from, to))));
  }

  private static boolean isEntity(House house, JavaClass type) {
    return house.placeOf(type).isInHouse() && type.isAnnotatedWith(Entity.class);
  }

  private static boolean isInStoreOf(House house, JavaClass from, JavaClass entity) {
    Place place = house.placeOf(from);
    return place.room() == Room.STORE && place.row().equals(house.placeOf(entity).row());
  }

  /** A name in {@code Entity}, {@code @Entity} and a store: all three or none. */
  private static final class BeNamedAsWhatTheyAre extends ArchCondition<JavaClass> {
    private final House house;

    BeNamedAsWhatTheyAre(House house) {
      super("be named Entity exactly if they are entities in a store");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean named = type.getSimpleName().endsWith("Entity");
      boolean entity = type.isAnnotatedWith(Entity.class);
      boolean inStore = house.placeOf(type).room() == Room.STORE;
      if ((named || entity) && !(named && entity && inStore)) {
        String message =
            "Class <%s> is an entity by half: named Entity %s, annotated %s, in a store %s"
                .formatted(type.getFullName(), named, entity, inStore);
        events.add(SimpleConditionEvent.violated(type, message));
      }
    }
  }
}
