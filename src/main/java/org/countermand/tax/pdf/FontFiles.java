package org.countermand.tax.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The TrueType fonts that there are: DejaVu Sans, which has the letters of Europe, and those of the
 * operator's folder, read once when the application starts. In its order of names they are asked
 * for letters that DejaVu lacks.
 */
final class FontFiles {

  private static final String BUILT_IN = "/net/sf/jasperreports/fonts/dejavu/";

  /** A font with the bytes of its file, which nobody changes. */
  record FontFile(String name, byte[] bytes) {
    boolean isDevanagari() {
      return name.toLowerCase(Locale.ROOT).contains("devanagari");
    }
  }

  private final FontFile plain;
  private final FontFile bold;
  private final List<FontFile> others;

  /**
   * Reads them.
   *
   * @param folder with {@code .ttf} files, or empty
   */
  FontFiles(String folder) {
    this.plain = builtIn("DejaVuSans.ttf");
    this.bold = builtIn("DejaVuSans-Bold.ttf");
    this.others = folder.isBlank() ? List.of() : in(Path.of(folder));
  }

  FontFile plain() {
    return plain;
  }

  FontFile bold() {
    return bold;
  }

  List<FontFile> others() {
    return others;
  }

  private static FontFile builtIn(String name) {
    try (InputStream in = FontFiles.class.getResourceAsStream(BUILT_IN + name)) {
      if (in == null) {
        throw new IllegalStateException("No font " + name);
      }
      return new FontFile(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<FontFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<FontFile> found = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".ttf")) {
          found.add(new FontFile(name, Files.readAllBytes(file)));
        }
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
