package org.countermand.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of bean a class is, told by its name and its annotations. */
final class Beans {

  private static final Pattern PROCESS =
      Pattern.compile(".*(Runner|Reconciler|Courier|Sequencer|Process)");

  private Beans() {}

  static JavaClass topLevel(JavaClass type) {
    JavaClass outer = type.getBaseComponentType();
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  static boolean isNamedAsDoor(JavaClass type) {
    return topLevel(type).getSimpleName().endsWith("Service");
  }

  static boolean isNamedAsProcess(JavaClass type) {
    return PROCESS.matcher(topLevel(type).getSimpleName()).matches();
  }

  static boolean isSessionBean(JavaClass type) {
    return type.isAnnotatedWith(Stateless.class)
        || type.isAnnotatedWith(Singleton.class)
        || type.isAnnotatedWith(Stateful.class);
  }

  static boolean isBean(JavaClass type) {
    return isSessionBean(type)
        || type.isMetaAnnotatedWith(NormalScope.class)
        || type.isAnnotatedWith(Dependent.class)
        || type.isAnnotatedWith(jakarta.inject.Singleton.class);
  }

  static boolean isTimer(JavaMethod method) {
    return method.isAnnotatedWith(Schedule.class)
        || method.isAnnotatedWith(Schedules.class)
        || method.isAnnotatedWith(Timeout.class);
  }

  /** The methods that the container calls with a transaction attribute, written in this class. */
  static List<JavaMethod> businessMethods(JavaClass type) {
    return type.getMethods().stream().filter(Beans::isBusiness).toList();
  }

  private static boolean isBusiness(JavaMethod method) {
    boolean hidden =
        method.getModifiers().contains(JavaModifier.STATIC)
            || method.getModifiers().contains(JavaModifier.SYNTHETIC)
            || method.isAnnotatedWith(PostConstruct.class)
            || method.isAnnotatedWith(PreDestroy.class);
    // The container calls a timer's method even if it is private.
    return !hidden && (isTimer(method) || !method.getModifiers().contains(JavaModifier.PRIVATE));
  }
}
