package org.countermand.tax.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.PaperForm;
import org.countermand.tax.model.Rendering;
import org.countermand.tax.model.UnfaithfulForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Credit documents as tagged PDF with embedded fonts. What was written is read again before it is
 * handed out.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class PdfPaper implements PaperForm {

  private final FontFiles fonts;

  /** For the container's proxies only. */
  protected PdfPaper() {
    this("");
  }

  /**
   * With the built-in fonts and those of a folder.
   *
   * @param folder of TrueType files for letters that DejaVu lacks, in {@code countermand.fonts}
   */
  @Inject
  public PdfPaper(@ConfigProperty(name = "countermand.fonts") Optional<String> folder) {
    this(folder.orElse(""));
  }

  PdfPaper(String folder) {
    this.fonts = new FontFiles(folder);
  }

  @Override
  public Rendering write(CreditDocument document, Optional<Rendering> machine) {
    Wording wording = Wording.of(document);
    byte[] bytes = pdf(document, wording, machine);
    Proof.of(document, wording, bytes);
    String name = document.number().replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf";
    return new Rendering(name, "application/pdf", bytes);
  }

  private byte[] pdf(CreditDocument document, Wording wording, Optional<Rendering> machine) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Faces faces = new Faces(pdf, fonts);
      Composition.compose(document, wording, faces, pdf);
      List<String> missing = faces.missing();
      if (!missing.isEmpty()) {
        throw new UnfaithfulForm(
            document.number(), List.of("letters: " + missing + ", no font has them"));
      }
      describe(pdf, document, wording);
      if (machine.isPresent()) {
        Attachment.attach(pdf, machine.get());
      }
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing of it depends on when it is written. */
  private static void describe(PDDocument pdf, CreditDocument document, Wording wording) {
    GregorianCalendar issued =
        GregorianCalendar.from(document.issuedOn().atStartOfDay(ZoneOffset.UTC));
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(
        wording.say(
            "labelled",
            java.util.Map.of(
                "label", Composition.title(document, wording), "value", document.number())));
    about.setAuthor(document.seller().name());
    about.setCreator("Countermand");
    about.setCreationDate(issued);
    about.setModificationDate(issued);
    pdf.setDocumentInformation(about);
    pdf.setDocumentId(document.id().getMostSignificantBits());
    pdf.setVersion(2.0f);
    pdf.getDocumentCatalog().setLanguage(wording.locale().toLanguageTag());
    PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
    shown.setDisplayDocTitle(true);
    pdf.getDocumentCatalog().setViewerPreferences(shown);
  }
}
