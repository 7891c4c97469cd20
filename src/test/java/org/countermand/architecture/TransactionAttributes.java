package org.countermand.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.TransactionAttribute;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/**
 * The transaction attribute a method really runs with. A session bean obeys {@link
 * TransactionAttribute} only, every other bean {@link Transactional} only: the wrong one of the two
 * is legal Java and does nothing, so it does not count here.
 */
final class TransactionAttributes {

  private static final String NONE = "no attribute";

  private TransactionAttributes() {}

  /** Adds an event for each business method that does not run with the expected attribute. */
  static void expect(String expected, JavaClass type, ConditionEvents events) {
    expect(expected, method -> expected, type, events);
  }

  /** As above, where not every method has to run with the attribute of its class. */
  static void expect(
      String ofClass,
      Function<JavaMethod, String> ofMethod,
      JavaClass type,
      ConditionEvents events) {
    List<JavaMethod> methods = Beans.businessMethods(type);
    if (methods.isEmpty()) {
      report(ofClass, of(type), "Class <" + type.getFullName() + ">", type, events);
    }
    for (JavaMethod method : methods) {
      String who = "Method <" + method.getFullName() + ">";
      report(ofMethod.apply(method), of(method), who, method, events);
    }
  }

  private static void report(
      String expected, String actual, String who, Object source, ConditionEvents events) {
    if (!actual.equals(expected)) {
      String message = "%s runs with %s instead of %s".formatted(who, actual, expected);
      events.add(SimpleConditionEvent.violated(source, message));
    }
  }

  static boolean areStated(JavaClass type) {
    return type.isAnnotatedWith(Transactional.class)
        || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class));
  }

  private static String of(JavaMethod method) {
    if (Beans.isSessionBean(method.getOwner())) {
      return method
          .tryGetAnnotationOfType(TransactionAttribute.class)
          .map(attribute -> attribute.value().name())
          .orElseGet(() -> of(method.getOwner()));
    }
    return method
        .tryGetAnnotationOfType(Transactional.class)
        .map(attribute -> attribute.value().name())
        .orElseGet(() -> of(method.getOwner()));
  }

  private static String of(JavaClass type) {
    if (Beans.isSessionBean(type)) {
      return type.tryGetAnnotationOfType(TransactionAttribute.class)
          .map(attribute -> attribute.value().name())
          .orElse("REQUIRED");
    }
    return type.tryGetAnnotationOfType(Transactional.class)
        .map(attribute -> attribute.value().name())
        .orElse(NONE);
  }
}
