package org.countermand.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The colours a reader sees in one scheme: the tokens of Countermand with a brand laid over them.
 *
 * @param colours by name without {@code --colour-}, as {@code rrggbb}
 */
record Palette(Map<String, Integer> colours) {

  private static final Pattern COLOUR = Pattern.compile("--colour-([a-z-]+):\\s*#([0-9a-f]{6});");
  private static final String DARK = "@media (prefers-color-scheme: dark)";

  static Palette light(Path... sheets) {
    Map<String, Integer> colours = new TreeMap<>();
    for (Path sheet : sheets) {
      colours.putAll(declared(read(sheet).split(Pattern.quote(DARK), 2)[0]));
    }
    return new Palette(colours);
  }

  /** What a sheet leaves out of its dark half stays as it is in its light one, as in a browser. */
  static Palette dark(Path... sheets) {
    Map<String, Integer> colours = new TreeMap<>();
    for (Path sheet : sheets) {
      colours.putAll(declared(read(sheet)));
    }
    return new Palette(colours);
  }

  /** The contrast ratio of WCAG 2.2, from 1 (none) to 21 (black on white). */
  double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  static String read(Path sheet) {
    try {
      return Files.readString(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double luminance(String name) {
    Integer colour = colours.get(name);
    if (colour == null) {
      throw new IllegalArgumentException("no colour " + name + " among " + colours.keySet());
    }
    return 0.2126 * linear(colour >> 16)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Integer> declared(String css) {
    Map<String, Integer> found = new HashMap<>();
    COLOUR
        .matcher(css)
        .results()
        .forEach(m -> found.put(m.group(1), Integer.parseInt(m.group(2), 16)));
    return found;
  }
}
