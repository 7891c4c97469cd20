package org.countermand.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page of the customer keeps to, seen in its source. */
class CustomerPagesTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");

  private static final Pattern SENTENCE = Pattern.compile("msg\\[([^\\]]*)\\]");
  private static final Pattern KEY = Pattern.compile("'([^']+)'");

  private static final Pattern NEEDS_SCRIPTS =
      Pattern.compile("commandLink|f:ajax|<p:|javascript:|\\son[a-z]+=");

  private static final Pattern INLINE_STYLE = Pattern.compile("\\sstyle=|<style");

  @Test
  void every_sentence_of_a_page_is_in_the_bundle() throws IOException {
    Properties bundle = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/countermand/i18n/Messages_en.properties"))) {
      bundle.load(reader);
    }
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (Path page : pages()) {
      for (String key : keys(Files.readString(page))) {
        found++;
        if (!isThere(bundle, key)) {
          missing.add(page.getFileName() + " " + key);
        }
      }
    }
    assertThat(found).isGreaterThan(30);
    assertThat(missing).isEmpty();
  }

  /** A key that ends with a dot is completed by a constant: some key must begin with it. */
  private static boolean isThere(Properties bundle, String key) {
    return key.endsWith(".")
        ? bundle.stringPropertyNames().stream().anyMatch(known -> known.startsWith(key))
        : bundle.containsKey(key);
  }

  @Test
  void no_page_needs_scripts() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern(NEEDS_SCRIPTS);
    }
  }

  @Test
  void no_page_has_a_style_that_the_content_security_policy_forbids() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern(INLINE_STYLE);
    }
  }

  @Test
  void the_policy_ends_where_the_nonce_is_appended() throws IOException {
    Matcher policy =
        Pattern.compile(
                "primefaces\\.CSP_POLICY</param-name>\\s*<param-value>([^<]*)</param-value>")
            .matcher(Files.readString(WEBAPP.resolve("WEB-INF/web.xml")));

    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1)).endsWith("script-src 'self'").doesNotContain("unsafe");
  }

  private static List<String> keys(String source) {
    return SENTENCE
        .matcher(source)
        .results()
        .flatMap(sentence -> KEY.matcher(sentence.group(1)).results())
        .map(key -> key.group(1))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      List<Path> pages =
          files
              .filter(file -> file.toString().endsWith(".xhtml"))
              .filter(file -> !file.startsWith(WEBAPP.resolve("agent")))
              .filter(file -> !file.endsWith("agent.xhtml"))
              .toList();
      assertThat(pages).hasSizeGreaterThan(8);
      return pages;
    }
  }
}
