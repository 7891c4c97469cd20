package org.countermand.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.architecture.ImportTable.Kind;
import org.countermand.architecture.ImportTable.Row;
import org.junit.jupiter.api.Test;

/** The table is sound, and the walls look at every room that the sources have. */
class ImportTableTest {

  @Test
  void the_table_names_only_rows_that_it_has() {
    for (Row row : ImportTable.rows().values()) {
      assertThat(ImportTable.rows().keySet()).as(row.name()).containsAll(imported(row));
    }
  }

  @Test
  void arrows_point_down_and_never_back() {
    for (Row row : ImportTable.rows().values()) {
      assertThat(below(row.name(), new HashSet<>())).doesNotContain(row.name());
    }
  }

  @Test
  void nobody_but_the_ways_in_imports_the_hall() {
    assertThat(ImportTable.rows().values())
        .filteredOn(
            row ->
                ImportTable.reach(row.name(), "cancellation") != ImportTable.Reach.NOTHING
                    && !row.name().equals("cancellation"))
        .extracting(Row::kind)
        .containsOnly(Kind.WAY_IN);
  }

  @Test
  void the_house_has_no_package_that_the_table_does_not_know() {
    assertThat(House.PRODUCTION.unknownPackages(House.PRODUCTION.classes())).isEmpty();
  }

  @Test
  void a_package_that_the_table_does_not_know_is_found() {
    House planted = House.planted("unknown");

    assertThat(planted.unknownPackages(planted.classes()))
        .containsExactly(planted.root() + ".loyalty.model");
  }

  @Test
  void the_walls_look_at_every_package_that_has_sources() throws IOException {
    JavaClasses classes = House.PRODUCTION.classes();

    assertThat(classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .containsAll(packagesWithSources(House.PRODUCTION.sourceFolder()));
  }

  /** A lone package-info that is not null-marked leaves no class file and is missed here. */
  private static Set<String> packagesWithSources(Path sources) throws IOException {
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file.getParent()).toString())
          .map(folder -> folder.replace('/', '.').replace('\\', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> imported(Row row) {
    return Stream.concat(row.doors().stream(), row.models().stream())
        .filter(name -> !name.equals("*"))
        .toList();
  }

  private static Set<String> below(String name, Set<String> seen) {
    Row row = ImportTable.rows().get(name);
    for (String next : imported(row)) {
      if (seen.add(next)) {
        below(next, seen);
      }
    }
    return seen;
  }
}
