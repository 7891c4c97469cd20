package org.countermand.tax.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One font in one document, of which only the letters that are used are embedded. */
final class Face {

  private static final float UNITS = 1000;

  private final PDFont font;
  private final CmapLookup letters;

  private Face(PDFont font, CmapLookup letters) {
    this.font = font;
    this.letters = letters;
  }

  /**
   * Takes a font into a document.
   *
   * @param joined whether its letters change their shape beside each other, as those of Devanagari
   *     do; elsewhere ligatures would only make text harder to find
   */
  static Face in(PDDocument document, byte[] file, boolean joined) {
    try {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
      parsed.setEnableGsub(joined);
      document.registerTrueTypeFontForClosing(parsed);
      return new Face(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(int letter) {
    return letters.getGlyphId(letter) != 0;
  }

  PDFont font() {
    return font;
  }

  /** In points. */
  float width(String text, float size) {
    try {
      return font.getStringWidth(text) / UNITS * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
