package org.countermand.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Asks one question of everything that a class depends on. */
final class Imports extends ArchCondition<JavaClass> {

  private final BiPredicate<JavaClass, JavaClass> allowed;

  private Imports(String description, BiPredicate<JavaClass, JavaClass> allowed) {
    super(description);
    this.allowed = allowed;
  }

  /**
   * Each import has to pass.
   *
   * @param allowed is given the importing and the imported class; never an array or a primitive
   */
  static Imports all(String description, BiPredicate<JavaClass, JavaClass> allowed) {
    return new Imports(description, allowed);
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!target.isPrimitive() && !allowed.test(origin, target)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }
}
