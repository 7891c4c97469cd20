package org.countermand.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The proof shares no code with what it looks at, or it would share its mistakes. */
class ProofStandsAloneTest {

  private static final String PROOF = "org.countermand.proof";
  private static final String PLANTED =
      ProofStandsAloneTest.class.getPackageName() + ".planted.proof";

  private static final List<String> ALLOWED =
      List.of("java", "com.fasterxml.jackson", "org.postgresql", "org.jspecify");

  @Test
  void it_imports_the_jdk_the_driver_and_json_only() {
    JavaClasses proof = new ClassFileImporter().importPackages(PROOF);

    assertThat(proof.contain(PROOF + ".Proof")).isTrue();
    rule(PROOF).check(proof);
  }

  @Test
  void a_statement_that_asks_the_application_or_its_libraries_is_caught() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    assertThat(rule(PLANTED).evaluate(planted).getFailureReport().getDetails())
        .isNotEmpty()
        .allMatch(line -> line.contains(".Bad"))
        .anyMatch(line -> line.contains("BadStatement"))
        .anyMatch(line -> line.contains("BadWitness"));
  }

  private static ArchRule rule(String root) {
    return classes()
        .that(areNoTests())
        .should(
            Imports.all(
                "import nothing of the application",
                (from, to) ->
                    Libraries.isIn(to, ALLOWED)
                        || to.getPackageName().equals(root)
                        || to.getPackageName().startsWith(root + ".")));
  }

  /** Tests of the proof start a world for it. */
  private static DescribedPredicate<JavaClass> areNoTests() {
    return DescribedPredicate.describe(
        "are no tests", type -> !Beans.topLevel(type).getSimpleName().matches(".*(Test|IT)"));
  }
}
