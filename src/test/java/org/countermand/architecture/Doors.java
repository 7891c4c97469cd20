package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;

/** Wall 3: whoever enters a capability says who he is, in a transaction of the right kind. */
final class Doors {

  /** The one door whose record outlives the transaction in which judging it has failed. */
  private static final String RECORDING_DOOR = ".cancellation.CancellationService.request";

  private Doors() {}

  static ArchRule in(House house) {
    return CompositeArchRule.of(
            classes().that(house.itself()).should(new BeNamedAsWhatTheyAre(house)))
        .and(classes().that(house.itself()).should(new TakeAnActor(house)))
        .and(classes().that(house.itself()).should(new RunInTheTransactionOfTheirKind(house)));
  }

  /** A name in {@code Service}, {@code @Stateless} and a capability's root: all three or none. */
  private static final class BeNamedAsWhatTheyAre extends ArchCondition<JavaClass> {
    private final House house;

    BeNamedAsWhatTheyAre(House house) {
      super("be named Service exactly if they are stateless doors in a capability's root");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean named = type.getSimpleName().endsWith("Service");
      boolean stateless = type.isAnnotatedWith(Stateless.class);
      boolean inRoot = house.placeOf(type).room() == Room.ROOT;
      if ((named || stateless) && !(named && stateless && inRoot)) {
        String message =
            "Class <%s> is a door by half: named Service %s, stateless %s, in a root %s"
                .formatted(type.getFullName(), named, stateless, inRoot);
        events.add(SimpleConditionEvent.violated(type, message));
      }
    }
  }

  /** Every public method of a door is given an actor, or a command that carries one. */
  private static final class TakeAnActor extends ArchCondition<JavaClass> {
    private final House house;

    TakeAnActor(House house) {
      super("take an actor in every public method of a door");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      if (house.placeOf(type).room() != Room.ROOT || !type.getSimpleName().endsWith("Service")) {
        return;
      }
      for (JavaMethod method : Beans.businessMethods(type)) {
        boolean isPublic = method.getModifiers().contains(JavaModifier.PUBLIC);
        if (isPublic && method.getRawParameterTypes().stream().noneMatch(this::carriesActor)) {
          String message = "Method <%s> is told by no actor".formatted(method.getFullName());
          events.add(SimpleConditionEvent.violated(method, message));
        }
      }
    }

    private boolean carriesActor(JavaClass type) {
      return house.isActor(type)
          || type.getAllMethods().stream()
              .anyMatch(
                  method ->
                      method.getName().equals("actor")
                          && method.getRawParameterTypes().isEmpty()
                          && house.isActor(method.getRawReturnType()));
    }
  }

  /** Doors, processes, the small beans of their phases, and timers. */
  private static final class RunInTheTransactionOfTheirKind extends ArchCondition<JavaClass> {
    private final House house;

    RunInTheTransactionOfTheirKind(House house) {
      super("run in the transaction of their kind of bean");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      Place place = house.placeOf(type);
      if (place.room() == Room.ROOT && !type.isInterface() && type.isTopLevelClass()) {
        if (Beans.isNamedAsDoor(type)) {
          TransactionAttributes.expect("REQUIRED", this::ofDoor, type, events);
        } else if (Beans.isNamedAsProcess(type)) {
          TransactionAttributes.expect("NOT_SUPPORTED", type, events);
        } else if (isPhase(type)) {
          TransactionAttributes.expect("REQUIRES_NEW", type, events);
        }
      } else if (place.row().equals("clockwork") && isTimer(type)) {
        TransactionAttributes.expect("NOT_SUPPORTED", type, events);
      }
    }

    private String ofDoor(JavaMethod method) {
      String name = method.getOwner().getFullName() + "." + method.getName();
      return name.equals(house.root() + RECORDING_DOOR) ? "NOT_SUPPORTED" : "REQUIRED";
    }

    /** A bean with no transaction of its own that touches no row may stand beside the doors. */
    private boolean isPhase(JavaClass type) {
      return Beans.isBean(type)
          && (Beans.isSessionBean(type)
              || TransactionAttributes.areStated(type)
              || seesStore(type));
    }

    private boolean seesStore(JavaClass type) {
      return type.getDirectDependenciesFromSelf().stream()
          .anyMatch(import_ -> house.placeOf(import_.getTargetClass()).room() == Room.STORE);
    }

    private static boolean isTimer(JavaClass type) {
      return Beans.isSessionBean(type) || type.getMethods().stream().anyMatch(Beans::isTimer);
    }
  }
}
