package org.countermand.tax.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/** The pages of one document and the place on them where the next thing goes. Lengths in points. */
final class Pages implements AutoCloseable {

  static final float MARGIN = 50;
  private static final float FOOT = 72;
  private static final float HAIRLINE = 0.6f;

  private final PDDocument pdf;
  private final PDRectangle paper;
  private final Tags tags = new Tags();
  private final List<PDPage> pages = new ArrayList<>();
  private @Nullable PDPageContentStream open;
  private float y;

  Pages(PDDocument pdf, PDRectangle paper) {
    this.pdf = pdf;
    this.paper = paper;
    next();
  }

  Tags tags() {
    return tags;
  }

  float width() {
    return paper.getWidth() - 2 * MARGIN;
  }

  int count() {
    return pages.size();
  }

  /** What is left of this page. */
  float left() {
    return y - FOOT;
  }

  /** What an empty page has. */
  float whole() {
    return paper.getHeight() - MARGIN - FOOT;
  }

  void down(float points) {
    y -= points;
  }

  /** Back up, to set something beside what was set. */
  float at() {
    return y;
  }

  void to(float height) {
    y = height;
  }

  void next() {
    close();
    PDPage page = new PDPage(paper);
    pdf.addPage(page);
    pages.add(page);
    tags.page(page);
    try {
      open = new PDPageContentStream(pdf, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    y = paper.getHeight() - MARGIN;
  }

  /**
   * Draws a line of text below the present height, which stays.
   *
   * @param element to which it belongs; null for furniture of the page
   */
  void draw(Line line, Type type, float x, float below, @Nullable PDStructureElement element) {
    if (line.runs().isEmpty()) {
      return;
    }
    PDPage page = pages.get(pages.size() - 1);
    try {
      begin(stream(), page, element);
      text(stream(), line, type, MARGIN + x, y - below);
      stream().endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule over the whole width, for the eye only. */
  void rule() {
    try {
      PDPageContentStream stream = stream();
      stream.beginMarkedContent(COSName.ARTIFACT);
      stream.setLineWidth(HAIRLINE);
      stream.moveTo(MARGIN, y);
      stream.lineTo(MARGIN + width(), y);
      stream.stroke();
      stream.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws a line at the foot of a page, once all pages are there. */
  void foot(int page, Line line, Type type, float x, float height) {
    close();
    try (PDPageContentStream stream =
        new PDPageContentStream(
            pdf, pages.get(page), PDPageContentStream.AppendMode.APPEND, true, true)) {
      stream.beginMarkedContent(COSName.ARTIFACT);
      text(stream, line, type, MARGIN + x, height);
      stream.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      open = null;
    }
  }

  private PDPageContentStream stream() {
    if (open == null) {
      throw new IllegalStateException("The pages are finished");
    }
    return open;
  }

  private void begin(PDPageContentStream stream, PDPage page, @Nullable PDStructureElement element)
      throws IOException {
    if (element == null) {
      stream.beginMarkedContent(COSName.ARTIFACT);
    } else {
      stream.beginMarkedContent(
          COSName.getPDFName(element.getStructureType()), tags.mark(page, element));
    }
  }

  private static void text(PDPageContentStream stream, Line line, Type type, float x, float height)
      throws IOException {
    stream.beginText();
    stream.newLineAtOffset(x, height);
    for (Run run : line.runs()) {
      stream.setFont(run.face().font(), type.size());
      stream.showText(run.text());
    }
    stream.endText();
  }
}
