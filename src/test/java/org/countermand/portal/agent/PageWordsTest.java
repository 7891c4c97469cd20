package org.countermand.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faces shows a key that the bundle lacks as question marks, and nobody notices but the reader. */
class PageWordsTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern KEY =
      Pattern.compile("(?:msg\\[|officeText\\.(?:say|fill)\\()'([^']+)'(\\s*\\+=)?");

  @Test
  void every_word_on_a_page_of_the_office_is_in_the_bundle() throws IOException {
    ResourceBundle bundle =
        ResourceBundle.getBundle("org.countermand.i18n.Messages", Locale.ENGLISH);
    SortedSet<String> missing = new TreeSet<>();
    int found = 0;
    for (Path page : pages()) {
      for (var match : KEY.matcher(Files.readString(page)).results().toList()) {
        found++;
        String key = match.group(1);
        boolean known =
            match.group(2) == null
                ? bundle.containsKey(key)
                : bundle.keySet().stream().anyMatch(word -> word.startsWith(key));
        if (!known) {
          missing.add(page.getFileName() + ": " + key);
        }
      }
    }

    assertThat(found).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> agent = Files.list(WEBAPP.resolve("agent"));
        Stream<Path> parts = Files.walk(WEBAPP.resolve("WEB-INF"))) {
      return Stream.concat(
              agent, parts.filter(path -> path.getFileName().toString().startsWith("office")))
          .filter(path -> path.toString().endsWith(".xhtml"))
          .toList();
    }
  }
}
