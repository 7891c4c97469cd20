package org.countermand.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the content security policy and the brands rely on. */
class StyleSheetTest {

  private static final Path THEMES = Path.of("webapp-themes");
  private static final Path TEMPLATES = Path.of("src/main/webapp/WEB-INF");

  private static final Pattern DEFINED = Pattern.compile("(?<![\\w(])(--[a-z0-9-]+):");
  private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)");
  private static final Pattern INLINE =
      Pattern.compile("\\s(?:pt:)?(?:style|on[a-z]+)=\"|<(?:style|script|h:outputScript)\\b");

  @ParameterizedTest(name = "{0}")
  @MethodSource("sheets")
  void noStyleSheetFetchesAnything(Path sheet) {
    assertThat(Palette.read(sheet)).doesNotContain("url(", "@import", "@font-face");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sheets")
  void everyTokenThatIsUsedExists(Path sheet) {
    Set<String> defined = new TreeSet<>();
    // A tone is set on the element that carries it, so a token may come from any shared sheet.
    for (String shared : new String[] {"tokens.css", "layout.css", "office.css"}) {
      defined.addAll(matches(DEFINED, Palette.read(THEMES.resolve("countermand").resolve(shared))));
    }
    // The direction of the timeline's thread has its default where it is used.
    defined.add("--thread-way");

    assertThat(defined).containsAll(matches(USED, Palette.read(sheet)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brands")
  void aBrandChangesColoursAndNothingElse(Path brand) {
    String rules = Palette.read(brand).replaceAll("(?s)/\\*.*?\\*/", "");
    Set<String> declared = new TreeSet<>();
    Pattern.compile("([\\w-]+)\\s*:\\s[^;{}]+;")
        .matcher(rules)
        .results()
        .forEach(m -> declared.add(m.group(1)));

    assertThat(declared).allMatch(name -> name.startsWith("--colour-"));
    assertThat(brand.resolveSibling("logo.svg")).exists();
    assertThat(brand.resolveSibling("icon.svg")).exists();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void noTemplateHasStylesOrScriptsInline(Path template) {
    assertThat(INLINE.matcher(Palette.read(template)).results().map(m -> m.group())).isEmpty();
  }

  static Stream<Path> sheets() throws IOException {
    return below(THEMES, ".css");
  }

  static Stream<Path> brands() throws IOException {
    return below(THEMES, "brand.css");
  }

  static Stream<Path> templates() throws IOException {
    return below(TEMPLATES, ".xhtml");
  }

  private static Stream<Path> below(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
