package org.countermand.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countermand.api.problem.Speech;
import org.countermand.api.wire.OrderAnswer.TaxAnswer;
import org.countermand.cancellation.model.Offer;
import org.countermand.consent.model.Disclosure;
import org.countermand.order.model.Charge;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.PartKind;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedCharge;
import org.countermand.refund.model.QuotedDeduction;
import org.countermand.refund.model.QuotedLine;
import org.countermand.refund.model.QuotedTender;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes back, binding until it expires, with everything that a consent has to name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotationAnswer(
    UUID id,
    UUID order,
    @Schema(description = "SHA-256 of the text, in lower-case hexadecimal") String digest,
    @Schema(description = "The exact text that is stored, hashed and consented to") String text,
    Instant createdAt,
    @Schema(description = "Until when it binds") Instant expiresAt,
    List<Line> lines,
    List<ChargeAnswer> charges,
    @Schema(description = "Fees, and discounts on what remains; they count into the total")
        List<DeductionAnswer> deductions,
    @Schema(description = "All tax that comes back, per authority and rate") List<TaxAnswer> taxes,
    List<TenderAnswer> tenders,
    @Schema(description = "Of the lines, less discounts, in the order's price basis") Amount goods,
    Amount chargesTotal,
    Amount total,
    @Schema(description = "Absent where a person has decided") @Nullable VerdictAnswer verdict,
    DisclosureAnswer disclosure) {

  /** What comes back for units of one line. */
  @Schema(name = "QuotedLine")
  public record Line(
      @Schema(description = "The line's id") UUID line,
      int position,
      String sku,
      int quantity,
      @Schema(description = "The very units, counted from 1") List<UnitRange> units,
      Amount goods,
      Amount discounts,
      List<TaxAnswer> taxes,
      Amount total) {

    static Line of(QuotedLine line) {
      return new Line(
          line.lineId(),
          line.position(),
          line.sku(),
          line.count(),
          line.units(),
          Amount.of(line.goods()),
          Amount.of(line.discounts()),
          TaxAnswer.all(line.taxes()),
          Amount.of(line.total()));
    }
  }

  /** A charge that comes back. */
  @Schema(name = "QuotedCharge")
  public record ChargeAnswer(
      @Schema(description = "The charge's id") UUID charge,
      Charge.Kind kind,
      Amount amount,
      List<TaxAnswer> taxes,
      Amount total) {

    static ChargeAnswer of(QuotedCharge charge) {
      return new ChargeAnswer(
          charge.chargeId(),
          charge.kind(),
          Amount.of(charge.amount()),
          TaxAnswer.all(charge.taxes()),
          Amount.of(charge.total()));
    }
  }

  /** What is deducted. */
  @Schema(name = "QuotedDeduction")
  public record DeductionAnswer(
      QuotedDeduction.Kind kind,
      @Schema(description = "Of the fee or the promotion") String code,
      @Schema(description = "Negative; positive where an earlier deduction is given back")
          Amount amount,
      @Schema(description = "Contained in the amount, with its sign: so much less comes back")
          List<TaxAnswer> taxes) {

    static DeductionAnswer of(QuotedDeduction deduction) {
      return new DeductionAnswer(
          deduction.kind(),
          deduction.code(),
          Amount.of(deduction.amount()),
          TaxAnswer.all(deduction.taxes()));
    }
  }

  /** What goes back on one tender. */
  @Schema(name = "QuotedTender")
  public record TenderAnswer(
      @Schema(description = "The tender's id") UUID tender,
      String label,
      PartKind kind,
      Amount amount,
      @Schema(description = "When banks customarily have booked it") LocalDate expectedBy) {

    static TenderAnswer of(QuotedTender tender) {
      return new TenderAnswer(
          tender.tenderId(),
          tender.label(),
          tender.kind(),
          Amount.of(tender.amount()),
          tender.expectedBy());
    }
  }

  /** The text to show with it, which the consent names by its digest. */
  @Schema(name = "Disclosure")
  public record DisclosureAnswer(String version, String language, String digest, String text) {

    static DisclosureAnswer of(Disclosure disclosure) {
      return new DisclosureAnswer(
          disclosure.version(),
          disclosure.locale().toLanguageTag(),
          disclosure.digest(),
          disclosure.text());
    }
  }

  public static QuotationAnswer of(Offer offer, Disclosure disclosure, Speech speech) {
    return of(offer.quotation(), VerdictAnswer.of(offer.verdict(), speech), disclosure);
  }

  /** Of amounts on which a person has decided. */
  static QuotationAnswer of(Quotation quotation, Disclosure disclosure) {
    return of(quotation, null, disclosure);
  }

  private static QuotationAnswer of(
      Quotation quotation, @Nullable VerdictAnswer verdict, Disclosure disclosure) {
    return new QuotationAnswer(
        quotation.id(),
        quotation.orderId(),
        quotation.digest(),
        quotation.text(),
        quotation.createdAt(),
        quotation.expiresAt(),
        quotation.lines().stream().map(Line::of).toList(),
        quotation.charges().stream().map(ChargeAnswer::of).toList(),
        quotation.deductions().stream().map(DeductionAnswer::of).toList(),
        quotation.taxesBack().stream().map(QuotationAnswer::tax).toList(),
        quotation.tenders().stream().map(TenderAnswer::of).toList(),
        Amount.of(quotation.goods()),
        Amount.of(quotation.chargesTotal()),
        Amount.of(quotation.total()),
        verdict,
        DisclosureAnswer.of(disclosure));
  }

  private static TaxAnswer tax(TaxLine tax) {
    return new TaxAnswer(
        tax.authority(), tax.ratePercent().toPlainString(), Amount.of(tax.amount()));
  }
}
