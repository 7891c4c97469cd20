package org.countermand.tax.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Rendering;
import org.countermand.tax.model.StructuredForm;
import org.countermand.tax.model.UnfaithfulForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Credit notes of the EU, the United Kingdom, Switzerland and Norway after EN 16931, in UBL 2.1.
 *
 * <p>What was written is read again, by other means and from the document alone, and every amount
 * compared: the official rules let a tax pass that is wrong by 0.99 (BR-CO-17, BR-S-08).
 *
 * <p>XRechnung is not claimed, though a German public body's Leitweg-ID is stated: it demands the
 * buyer's city and postcode (BR-DE-8, BR-DE-9), which no order tells.
 */
@ApplicationScoped
public class UblCreditNotes implements StructuredForm {

  /** Whoever follows the core of the standard; there is no narrower promise that we could keep. */
  static final String EN_16931 = "urn:cen.eu:en16931:2017";

  private static final String MEDIA_TYPE = "application/xml";

  /** BR-DEC: no amount may have more decimals. */
  private static final int DECIMALS = 2;

  private final String customization;

  /** For the container's proxies only. */
  protected UblCreditNotes() {
    this(EN_16931);
  }

  /** Under a specification's name (BT-24), in {@code countermand.ubl.customization}. */
  @Inject
  public UblCreditNotes(
      @ConfigProperty(name = "countermand.ubl.customization", defaultValue = EN_16931)
          String customization) {
    this.customization = customization;
  }

  @Override
  public String code() {
    return "ubl";
  }

  /** Not where there is no line but rounding (BR-16), nor in dinars with three decimals. */
  @Override
  public boolean covers(CreditDocument document) {
    return document.ruling().document() == DocumentKind.CREDIT_NOTE
        && document.reversal().supply().currency().getDefaultFractionDigits() <= DECIMALS
        && !document.reversal().items().stream().allMatch(Statement::isRounding);
  }

  @Override
  public Rendering write(CreditDocument document) {
    byte[] xml =
        new CreditNoteXml(document, customization)
            .bytes()
            .orElseThrow(
                () -> new UnfaithfulForm(document.number(), List.of("schema: UBL 2.1, not of it")));
    List<String> differences = new ExactCheck(document, xml).differences();
    if (!differences.isEmpty()) {
      throw new UnfaithfulForm(document.number(), differences);
    }
    return new Rendering(
        document.number().replaceAll("[^A-Za-z0-9._-]", "_") + ".xml", MEDIA_TYPE, xml);
  }
}
