package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Money;

/**
 * A document as it is kept: its exact text, and beside it what lists show.
 *
 * @param place whose tax it is about, such as {@code DE} or {@code US-CA}; empty if the text does
 *     not say
 * @param total what the buyer got, tax included
 * @param corrects the number of the document that it corrects, or empty
 * @param digest SHA-256 of the text
 */
public record IssuedDocument(
    UUID id,
    UUID cancellationId,
    UUID orderId,
    String shop,
    String legalEntity,
    String series,
    String year,
    long counter,
    String number,
    DocumentKind kind,
    String place,
    String scheme,
    LocalDate issuedOn,
    Money total,
    String invoiceNumber,
    String corrects,
    String digest,
    String text) {

  /** Of a document that has just got its number. */
  static IssuedDocument of(
      CreditDocument document, String shop, NumberSeries series, long counter) {
    Supply supply = document.reversal().supply();
    String text = DocumentText.of(document);
    return new IssuedDocument(
        document.id(),
        document.cancellationId(),
        supply.orderId(),
        shop,
        series.legalEntity(),
        series.series(),
        series.year(),
        counter,
        document.number(),
        document.ruling().document(),
        supply.place().toString(),
        supply.scheme(),
        document.issuedOn(),
        document.reversal().repaid(),
        supply.invoice().number(),
        document.corrects(),
        Digest.sha256(text),
        text);
  }

  /** What the text says; nothing if it is from before documents were written as texts. */
  public Optional<CreditDocument> document() {
    return DocumentText.isDocument(text) ? Optional.of(DocumentText.read(text)) : Optional.empty();
  }
}
