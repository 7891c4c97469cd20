package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;

/** Wall 12: suffixes carry meaning or are not used. */
final class Names {

  private static final Set<String> EMPTY_WORDS =
      Set.of("Impl", "Impls", "Manager", "Managers", "Helper", "Helpers", "Util", "Utils");

  private Names() {}

  static ArchRule in(House house) {
    return classes().that(house.itself()).should(new SayWhatTheyDo());
  }

  private static final class SayWhatTheyDo extends ArchCondition<JavaClass> {

    SayWhatTheyDo() {
      super("have a name without " + EMPTY_WORDS);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      String[] words = type.getSimpleName().split("(?=\\p{Lu})|_|(?<=\\d)");
      if (Arrays.stream(words).anyMatch(EMPTY_WORDS::contains)) {
        String message = "Class <%s> has an empty word in its name".formatted(type.getFullName());
        events.add(SimpleConditionEvent.violated(type, message));
      }
    }
  }
}
