package org.countermand.tax.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines, by the rules of its language, and words that are too long anywhere. */
final class Typesetter {

  private final Faces faces;
  private final Locale language;

  Typesetter(Faces faces, Locale language) {
    this.faces = faces;
    this.language = language;
  }

  /**
   * The lines.
   *
   * @param width in points
   */
  List<Line> lines(String text, float width, Type type) {
    List<Line> lines = new ArrayList<>();
    for (String paragraph : Letters.plain(text).split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : words(paragraph)) {
        if (fits(line + word, width, type)) {
          line.append(word);
        } else {
          if (!line.isEmpty()) {
            lines.add(line(line.toString(), type));
            line.setLength(0);
          }
          line.append(cut(word, width, type, lines));
        }
      }
      lines.add(line(line.toString(), type));
    }
    return lines;
  }

  Line line(String text, Type type) {
    List<Run> runs = faces.runs(text.stripTrailing(), type.bold());
    float width = 0;
    for (Run run : runs) {
      width += run.face().width(run.text(), type.size());
    }
    return new Line(runs, width);
  }

  /** Full lines of a word that is too long for one; what is left of it comes back. */
  private String cut(String word, float width, Type type, List<Line> lines) {
    StringBuilder part = new StringBuilder();
    for (String letter : parts(BreakIterator.getCharacterInstance(language), word)) {
      if (!part.isEmpty() && !fits(part + letter, width, type)) {
        lines.add(line(part.toString(), type));
        part.setLength(0);
      }
      part.append(letter);
    }
    return part.toString();
  }

  private boolean fits(String text, float width, Type type) {
    return line(text, type).width() <= width;
  }

  private List<String> words(String text) {
    return parts(BreakIterator.getLineInstance(language), text);
  }

  private static List<String> parts(BreakIterator breaks, String text) {
    breaks.setText(text);
    List<String> parts = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }
}
