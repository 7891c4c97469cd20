package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Wall 10: a package that needs two sentences is two packages. */
final class DescribedPackages {

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile("[^.!?]*(?:[.!?](?!\\s|$)[^.!?]*)*\\.");

  private DescribedPackages() {}

  static ArchRule in(House house) {
    return classes().that(house.itself()).should(new LiveInADescribedPackage(house));
  }

  /** Whether a {@code package-info.java} has one Javadoc sentence, ended by its only full stop. */
  static boolean saysOneSentence(String source) {
    Matcher javadoc = JAVADOC.matcher(source);
    if (!javadoc.find()) {
      return false;
    }
    String text = javadoc.group(1).replaceAll("(?m)^\\s*\\*", " ").strip();
    return SENTENCE.matcher(text.replaceAll("\\s+", " ")).matches();
  }

  private static final class LiveInADescribedPackage extends ArchCondition<JavaClass> {
    private final House house;

    LiveInADescribedPackage(House house) {
      super("live in a null-marked package that is described in one sentence");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      Optional<String> source = house.source(type.getPackageName(), "package-info.java");
      if (source.isEmpty()) {
        violate(type, "without package-info", events);
        return;
      }
      boolean nullMarked =
          type.getPackage()
              .tryGetPackageInfo()
              .filter(info -> info.isAnnotatedWith(NullMarked.class))
              .isPresent();
      if (!nullMarked) {
        violate(type, "that is not @NullMarked", events);
      }
      if (!saysOneSentence(source.get())) {
        violate(type, "that is not described in exactly one sentence", events);
      }
    }

    private static void violate(JavaClass type, String how, ConditionEvents events) {
      String message = "Class <%s> lives in a package %s".formatted(type.getFullName(), how);
      events.add(SimpleConditionEvent.violated(type, message));
    }
  }
}
