package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * Wall 8: what is decided can be decided again with the same answer. {@code System.nanoTime} tells
 * no time of day and may measure; {@code now} on a clock that was handed in is fine.
 */
final class ClocksAndDice {

  private static final Set<String> CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance",
          "java.util.UUID.randomUUID",
          "java.lang.Math.random",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.of",
          "java.util.random.RandomGenerator.getDefault",
          "java.security.SecureRandom.getInstance",
          "java.security.SecureRandom.getInstanceStrong");

  private static final Set<String> CONSTRUCTORS =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

  private ClocksAndDice() {}

  static ArchRule in(House house) {
    return classes()
        .that(house.itself())
        .should(new AskNeitherClockNorDice(house))
        .because("business time travels in the command and ids are made in one place");
  }

  private static final class AskNeitherClockNorDice extends ArchCondition<JavaClass> {
    private final House house;

    AskNeitherClockNorDice(House house) {
      super("ask neither the clock nor chance");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean isIds = Beans.topLevel(type).getFullName().equals(house.root() + ".kernel.Ids");
      if (isIds || house.placeOf(type).room() == Room.PLUMBING) {
        return;
      }
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        if (access.getTarget() instanceof CodeUnitAccessTarget target && isForbidden(target)) {
          events.add(SimpleConditionEvent.violated(access, access.getDescription()));
        }
      }
    }

    private static boolean isForbidden(CodeUnitAccessTarget target) {
      String owner = target.getOwner().getFullName();
      if (target.getName().equals("<init>")) {
        boolean nowAsDate =
            owner.equals("java.util.Date") && target.getRawParameterTypes().isEmpty();
        return CONSTRUCTORS.contains(owner) || nowAsDate;
      }
      return CALLS.contains(owner + "." + target.getName()) || isNowOfNoClock(owner, target);
    }

    private static boolean isNowOfNoClock(String owner, CodeUnitAccessTarget target) {
      List<String> parameters =
          target.getRawParameterTypes().stream().map(JavaClass::getFullName).toList();
      return owner.startsWith("java.time.")
          && target.getName().matches("now|dateNow")
          && !parameters.contains("java.time.Clock");
    }
  }
}
