package org.countermand.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language says the same things, with the same blanks to fill in. */
class BundlesAgreeTest {

  private static final Path FOLDER =
      House.PROJECT.resolve("src/main/resources/org/countermand/i18n");

  private static final Pattern FILE =
      Pattern.compile("(.+?)(?:_(en|de|fr|ja|ko|es|pt))?\\.properties");

  @Test
  void the_bundles_of_the_house_agree() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no message bundles yet in " + FOLDER);

    SortedMap<String, SortedMap<String, Bundle>> families = families();

    assertThat(families).isNotEmpty();
    families.forEach(
        (family, bundles) -> {
          assertThat(bundles.keySet())
              .as("languages of %s, of which English may be the base", family)
              .contains("de", "fr")
              .containsAnyOf("en", "base");
          assertThat(Bundle.disagreements(bundles)).as(family).isEmpty();
        });
  }

  @Test
  void a_missing_key_is_found() {
    assertThat(disagreements("a=A\nb=B", "a=A")).containsExactly("b is missing in de");
    assertThat(disagreements("a=A", "a=A\nb=B")).containsExactly("b is missing in en");
  }

  @Test
  void an_empty_message_is_found() {
    assertThat(disagreements("a=A", "a=")).containsExactly("a is empty in de");
  }

  @Test
  void a_key_that_stands_twice_is_found() {
    assertThat(disagreements("a=A", "a=A\na=B")).containsExactly("a stands twice in de");
  }

  @Test
  void another_placeholder_is_found() {
    assertThat(disagreements("a={0} of {1,number}", "a={1,number,#} von {0}")).isEmpty();
    assertThat(disagreements("a={0} of {1,number}", "a={0} von {1}"))
        .containsExactly("a has different placeholders: {de=[0, 1], en=[0, 1,number]}");
  }

  @Test
  void a_placeholder_swallowed_by_a_lone_apostrophe_is_found() {
    assertThat(disagreements("a=item {0}", "a=l''article {0}")).isEmpty();
    assertThat(disagreements("a=item {0}", "a=l'article {0}"))
        .containsExactly("a has different placeholders: {de=[], en=[0]}");
  }

  private static List<String> disagreements(String english, String german) {
    return Bundle.disagreements(
        new TreeMap<>(
            Map.of(
                "en", Bundle.read(new StringReader(english)),
                "de", Bundle.read(new StringReader(german)))));
  }

  private static SortedMap<String, SortedMap<String, Bundle>> families() throws IOException {
    SortedMap<String, SortedMap<String, Bundle>> families = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
          String language = name.group(2) == null ? "base" : name.group(2);
          try (Reader reader = Files.newBufferedReader(file)) {
            families
                .computeIfAbsent(name.group(1), family -> new TreeMap<>())
                .put(language, Bundle.read(reader));
          }
        }
      }
    }
    return families;
  }
}
