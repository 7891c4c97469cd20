package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Wall 9: where money is counted there is no floating point. The compiled classes show members and
 * calls; a rate that only multiplies a local variable, {@code (long) (amount * 0.19)}, leaves no
 * trace there and is found in the source. Free of it is only the package that lays out paper: its
 * library measures a sheet in fractions of a point, and amounts come to it as text (ADR 0012).
 */
final class ExactMoney {

  private static final Set<String> ROWS = Set.of("kernel", "refund", "tax", "payment");

  private static final String PAPER = ".tax.pdf";

  private static final Set<String> FLOATING =
      Set.of(
          "double",
          "float",
          "java.lang.Double",
          "java.lang.Float",
          "java.util.OptionalDouble",
          "java.util.stream.DoubleStream");

  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])++'|//[^\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  private static final Pattern FLOATING_IN_CODE =
      Pattern.compile(
          "\\b(?:double|float|Double|Float)\\b"
              + "|(?<![\\w.])\\d[\\d_]*(?:\\.\\d*|[eE][+-]?\\d|[fFdD]\\b)|(?<![\\w.])\\.\\d");

  private ExactMoney() {}

  static ArchRule in(House house) {
    return CompositeArchRule.of(
            classes().that(house.itself()).should(new ShowNoFloatingPoint(house)))
        .and(classes().that(house.itself()).should(new WriteNoFloatingPoint(house)));
  }

  private static boolean counts(House house, JavaClass type) {
    return ROWS.contains(house.placeOf(type).row()) && !type.getPackageName().endsWith(PAPER);
  }

  private static final class ShowNoFloatingPoint extends ArchCondition<JavaClass> {
    private final House house;

    ShowNoFloatingPoint(House house) {
      super("have no member and make no call with floating point");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      if (!counts(house, type)) {
        return;
      }
      for (JavaField field : type.getFields()) {
        if (isFloating(field.getRawType())) {
          violate(events, field, "Field <" + field.getFullName() + "> is floating point");
        }
      }
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (signature(unit.getRawReturnType(), unit.getRawParameterTypes())) {
          violate(events, unit, "Method <" + unit.getFullName() + "> has floating point");
        }
      }
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        if (access.getTarget() instanceof CodeUnitAccessTarget target
            && signature(target.getRawReturnType(), target.getRawParameterTypes())) {
          violate(events, access, access.getDescription());
        }
      }
    }

    private static boolean signature(JavaClass returned, List<JavaClass> parameters) {
      Predicate<JavaClass> floating = ShowNoFloatingPoint::isFloating;
      return Stream.concat(Stream.of(returned), parameters.stream()).anyMatch(floating);
    }

    private static boolean isFloating(JavaClass type) {
      return FLOATING.contains(type.getBaseComponentType().getFullName());
    }

    private static void violate(ConditionEvents events, Object source, String message) {
      events.add(SimpleConditionEvent.violated(source, message));
    }
  }

  private static final class WriteNoFloatingPoint extends ArchCondition<JavaClass> {
    private final House house;

    WriteNoFloatingPoint(House house) {
      super("be written without floating point");
      this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      if (!counts(house, type) || !type.isTopLevelClass()) {
        return;
      }
      house
          .sourceOf(type)
          .map(source -> NOT_CODE.matcher(source).replaceAll(" "))
          .map(FLOATING_IN_CODE::matcher)
          .ifPresent(
              found -> {
                if (found.find()) {
                  String message =
                      "Class <%s> writes %s".formatted(type.getFullName(), found.group());
                  events.add(SimpleConditionEvent.violated(type, message));
                }
              });
    }
  }
}
