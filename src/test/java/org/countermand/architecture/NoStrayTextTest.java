package org.countermand.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left for later: the sources hold no marker of unfinished work. */
class NoStrayTextTest {

  private static final List<String> PLACES =
      List.of("src", "liberty", "webapp-themes", "README.md", "pom.xml");

  /** Put together here, so that this file does not find itself. */
  private static final String LATER = "TO" + "DO";

  private static final String BROKEN = "FIX" + "ME";

  private static final String BEWARE = "XX" + "X";

  /** The last of them is also a currency code (no currency), so it counts in comments only. */
  private static final Pattern MARKER =
      Pattern.compile(
          "\\b(?:%s|%s)\\b|(?:^\\s*\\*|//|/\\*|#|<!--|--)\\s*%s\\b"
              .formatted(LATER, BROKEN, BEWARE));

  @Test
  void no_source_has_a_marker_of_unfinished_work() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> sources = sources();
    for (Path file : sources) {
      text(file).ifPresent(text -> found.addAll(markers(file.toString(), text)));
    }
    assertThat(sources).isNotEmpty();
    assertThat(found).isEmpty();
  }

  @Test
  void a_planted_marker_is_found_with_its_line() {
    String text = "int a;\n// " + LATER + ": later\n/* " + BROKEN + " */\n  # " + BEWARE + "\n";

    assertThat(markers("planted.java", text))
        .containsExactly(
            "planted.java:2 // " + LATER + ": later",
            "planted.java:3 /* " + BROKEN + " */",
            "planted.java:4 # " + BEWARE);
  }

  @Test
  void a_word_or_currency_that_only_looks_like_a_marker_is_let_through() {
    String text = "mas" + LATER + "N\nString noCurrency = \"" + BEWARE + "\";\n";

    assertThat(markers("innocent.java", text)).isEmpty();
  }

  private static List<String> markers(String name, String text) {
    List<String> found = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (MARKER.matcher(lines.get(i)).find()) {
        found.add(name + ":" + (i + 1) + " " + lines.get(i).strip());
      }
    }
    return found;
  }

  /** What Git knows or would add; all files of the places where the sources are no repository. */
  private static List<Path> sources() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"));
    command.addAll(PLACES);
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(House.PROJECT.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() == 0) {
        return Stream.of(names.split("\0"))
            .map(House.PROJECT::resolve)
            .filter(Files::isRegularFile)
            .distinct()
            .toList();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // No Git on this machine: a source archive is walked instead.
    }
    return walked();
  }

  private static List<Path> walked() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String place : PLACES) {
      Path path = House.PROJECT.resolve(place);
      if (Files.exists(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          below.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    return files;
  }

  /** Pictures and archives are no text and have nothing to say here. */
  private static Optional<String> text(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
