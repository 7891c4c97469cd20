package org.countermand.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2 level AA, 1.4.3 and 1.4.11, for every brand in light and dark. */
class ThemeContrastTest {

  private static final Path THEMES = Path.of("webapp-themes");
  private static final Path TOKENS = THEMES.resolve("countermand/tokens.css");

  private static final List<String> GROUNDS = List.of("page", "surface", "sunken");
  private static final List<String> TONES = List.of("info", "good", "warning", "problem");

  @ParameterizedTest(name = "{0}")
  @MethodSource("palettes")
  void textIsLegibleOnEveryGroundItStandsOn(String name, Palette palette) {
    List<String> faint = new ArrayList<>();
    for (String ground : GROUNDS) {
      for (String text : List.of("ink", "ink-soft", "accent", "accent-strong")) {
        require(palette, text, ground, 4.5, faint);
      }
    }
    require(palette, "on-accent", "accent", 4.5, faint);
    require(palette, "on-accent", "accent-strong", 4.5, faint);
    // A row of a table under the pointer, a quiet button under the pointer.
    for (String text : List.of("ink", "ink-soft", "accent", "accent-strong")) {
      require(palette, text, "accent-wash", 4.5, faint);
    }
    for (String tone : TONES) {
      require(palette, tone, tone + "-wash", 4.5, faint);
      require(palette, tone, "surface", 4.5, faint);
      require(palette, "ink", tone + "-wash", 4.5, faint);
      require(palette, "ink-soft", tone + "-wash", 4.5, faint);
      // Links inside a notice.
      require(palette, "accent", tone + "-wash", 4.5, faint);
    }
    require(palette, "surface", "problem", 4.5, faint);
    assertThat(faint).as(name).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("palettes")
  void controlsAndTheRingOfTheFocusStandOutFromEveryGround(String name, Palette palette) {
    List<String> faint = new ArrayList<>();
    for (String ground : GROUNDS) {
      require(palette, "edge", ground, 3, faint);
      require(palette, "focus", ground, 3, faint);
    }
    for (String tone : TONES) {
      require(palette, "focus", tone + "-wash", 3, faint);
    }
    assertThat(faint).as(name).isEmpty();
  }

  @Test
  void blackOnWhiteMeasuresTwentyOne() throws IOException {
    Path sheet = Files.createTempFile("palette", ".css");
    Files.writeString(sheet, "--colour-ink: #000000; --colour-page: #ffffff;");

    assertThat(Palette.light(sheet).contrast("ink", "page")).isEqualTo(21.0);

    Files.delete(sheet);
  }

  private static void require(
      Palette palette, String one, String other, double least, List<String> faint) {
    double contrast = palette.contrast(one, other);
    if (contrast < least) {
      faint.add("%s on %s has %.2f:1, needs %.1f:1".formatted(one, other, contrast, least));
    }
  }

  static Stream<Arguments> palettes() throws IOException {
    try (Stream<Path> folders = Files.list(THEMES)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("brand-"))
          .sorted()
          .toList()
          .stream()
          .flatMap(
              folder -> {
                Path brand = folder.resolve("brand.css");
                return Stream.of(
                    Arguments.of(folder.getFileName() + " light", Palette.light(TOKENS, brand)),
                    Arguments.of(folder.getFileName() + " dark", Palette.dark(TOKENS, brand)));
              });
    }
  }
}
