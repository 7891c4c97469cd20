package org.countermand.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every wall stands, and every wall has been seen to catch what it is there to catch. */
class WallsTest {

  /** A line of ArchUnit's report begins with the kind and the name of the offender. */
  private static final Pattern OFFENDER = Pattern.compile("<([^>(]+)");

  private static final JavaClasses PRODUCTION = House.PRODUCTION.classes();

  @ParameterizedTest
  @EnumSource
  void stands_in_the_house(Wall wall) {
    wall.in(House.PRODUCTION).check(PRODUCTION);
  }

  @ParameterizedTest
  @EnumSource
  void catches_each_planted_violation_and_nothing_beside_it(Wall wall) {
    JavaClasses planted = wall.planted().classes();

    assertThat(caught(wall, planted))
        .isNotEmpty()
        .isEqualTo(names(planted, type -> type.getSimpleName().startsWith("Bad")));
  }

  private static SortedSet<String> caught(Wall wall, JavaClasses planted) {
    SortedSet<String> offenders =
        wall.in(wall.planted()).evaluate(planted).getFailureReport().getDetails().stream()
            .map(WallsTest::offender)
            .collect(Collectors.toCollection(TreeSet::new));
    return names(planted, type -> offenders.stream().anyMatch(name -> isOf(name, type)));
  }

  private static String offender(String line) {
    Matcher matcher = OFFENDER.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return matcher.group(1);
  }

  private static boolean isOf(String name, JavaClass type) {
    return name.equals(type.getFullName()) || name.startsWith(type.getFullName() + ".");
  }

  private static SortedSet<String> names(JavaClasses classes, Predicate<JavaClass> filter) {
    return classes.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(filter)
        .map(JavaClass::getFullName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
