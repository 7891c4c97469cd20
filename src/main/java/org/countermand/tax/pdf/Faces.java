package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.countermand.tax.pdf.FontFiles.FontFile;

/** Finds a font for every letter of one document; a font is only opened when it is asked. */
final class Faces {

  private final PDDocument document;
  private final FontFiles files;
  private final Map<String, Face> opened = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();

  Faces(PDDocument document, FontFiles files) {
    this.document = document;
    this.files = files;
  }

  /** The text in runs of one font each; a letter that none has is left out and remembered. */
  List<Run> runs(String text, boolean bold) {
    List<Run> runs = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    Face last = null;
    for (int letter : text.codePoints().toArray()) {
      Face face = last != null && isJoining(letter) && last.has(letter) ? last : of(letter, bold);
      if (face == null) {
        missing.add("U+%04X".formatted(letter));
        continue;
      }
      if (last != null && face != last) {
        runs.add(new Run(last, current.toString()));
        current.setLength(0);
      }
      last = face;
      current.appendCodePoint(letter);
    }
    if (last != null && !current.isEmpty()) {
      runs.add(new Run(last, current.toString()));
    }
    return runs;
  }

  /** Letters that were asked for and that no font has. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  boolean has(int letter) {
    return Letters.isDrawnInOrder(letter) && of(letter, false) != null;
  }

  /** Spaces and marks stay in the font of the letter before them. */
  private static boolean isJoining(int letter) {
    int type = Character.getType(letter);
    return letter == ' '
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private @org.jspecify.annotations.Nullable Face of(int letter, boolean bold) {
    if (!Letters.isDrawnInOrder(letter)) {
      return null;
    }
    if (bold && face(files.bold()).has(letter)) {
      return face(files.bold());
    }
    if (face(files.plain()).has(letter)) {
      return face(files.plain());
    }
    for (FontFile other : files.others()) {
      if (face(other).has(letter)) {
        return face(other);
      }
    }
    return null;
  }

  private Face face(FontFile file) {
    return opened.computeIfAbsent(
        file.name(), name -> Face.in(document, file.bytes(), file.isDevanagari()));
  }
}
