package org.countermand.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows the house that is there, and every knob that it has. */
class ReadmeTest {

  private static final Path README = House.PROJECT.resolve("README.md");

  /** As {@code @ConfigProperty} and as Liberty's {@code ${…}} name them. */
  private static final Pattern KEY =
      Pattern.compile("(?:name = \"|\\$\\{)(countermand\\.[a-zA-Z.-]+)");

  private static final Pattern LINK = Pattern.compile("\\]\\((src/[^)]+\\.md)\\)");

  @Test
  void every_capability_stands_in_the_house_that_is_drawn() throws IOException {
    assertThat(missing(folders(), drawing(Files.readString(README)))).isEmpty();
  }

  @Test
  void a_capability_that_is_not_drawn_is_found() throws IOException {
    assertThat(missing(List.of("refund", "loyalty"), drawing(Files.readString(README))))
        .containsExactly("loyalty");
  }

  @Test
  void every_key_of_the_configuration_stands_in_the_table() throws IOException {
    SortedSet<String> keys = keys();

    assertThat(keys).contains("countermand.secret", "countermand.db.ownerPassword");
    assertThat(missing(keys, section("Configuration"))).isEmpty();
  }

  @Test
  void the_table_has_no_key_that_nothing_reads() throws IOException {
    SortedSet<String> told =
        Pattern.compile("\\| `|, `")
            .splitAsStream(section("Configuration"))
            .map(text -> text.split("`", 2)[0])
            .filter(text -> text.startsWith("countermand."))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).isEqualTo(keys());
  }

  @Test
  void every_page_that_is_linked_is_there() throws IOException {
    assertThat(LINK.matcher(Files.readString(README)).results().map(link -> link.group(1)))
        .isNotEmpty()
        .allMatch(page -> Files.isRegularFile(House.PROJECT.resolve(page)));
  }

  private static List<String> missing(Collection<String> names, String text) {
    return names.stream()
        .filter(
            name ->
                !Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                    .matcher(text)
                    .find())
        .toList();
  }

  private static String section(String title) throws IOException {
    return Files.readString(README).split("\n## " + title + "\n", 2)[1].split("\n## ", 2)[0];
  }

  /** The picture made of signs, which has the hall in its middle. */
  private static String drawing(String readme) {
    return Stream.of(readme.split("```"))
        .filter(block -> block.contains("the ways in"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> folders() throws IOException {
    Path root = House.PRODUCTION.sourceFolder().resolve("org/countermand");
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .toList();
    }
  }

  private static SortedSet<String> keys() throws IOException {
    SortedSet<String> keys = new TreeSet<>();
    for (Path place : List.of(House.PRODUCTION.sourceFolder(), House.PROJECT.resolve("liberty"))) {
      try (Stream<Path> files = Files.walk(place)) {
        files
            .filter(file -> file.toString().matches(".*\\.(java|xml)"))
            .forEach(file -> KEY.matcher(read(file)).results().forEach(m -> keys.add(m.group(1))));
      }
    }
    return keys;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
