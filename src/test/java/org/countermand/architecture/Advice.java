package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Wall 11: a likelihood may advise a person; it decides nothing, not even by a detour. */
final class Advice {

  private Advice() {}

  static ArchRule in(House house) {
    return noClasses()
        .that(row(house, "eligibility"))
        .should()
        .transitivelyDependOnClassesThat(row(house, "insight"));
  }

  private static DescribedPredicate<JavaClass> row(House house, String name) {
    return DescribedPredicate.describe(
        "of " + name, type -> house.placeOf(type).row().equals(name));
  }
}
