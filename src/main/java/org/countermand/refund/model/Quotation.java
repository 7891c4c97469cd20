package org.countermand.refund.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Money;
import org.countermand.order.model.Ask;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.TaxReversal;

/**
 * The binding statement of what comes back, shown before consent. Its {@link #text()} is stored and
 * hashed as exact bytes; execution pays exactly this or stops and asks again.
 *
 * @param expiresAt until when it binds
 */
public record Quotation(
    UUID id,
    UUID orderId,
    Instant createdAt,
    Instant expiresAt,
    List<QuotedLine> lines,
    List<QuotedCharge> charges,
    List<QuotedDeduction> deductions,
    List<QuotedTender> tenders,
    Money total) {

  public Quotation {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    deductions = List.copyOf(deductions);
    tenders = List.copyOf(tenders);
  }

  /** The units that it is about. */
  public List<Ask> asks() {
    return lines.stream().map(line -> new Ask(line.lineId(), line.count())).toList();
  }

  public Money goods() {
    return lines.stream()
        .map(line -> line.goods().plus(line.discounts()))
        .reduce(Money.zero(total.currency()), Money::plus);
  }

  public Money chargesTotal() {
    return charges.stream().map(QuotedCharge::amount).reduce(zero(), Money::plus);
  }

  /** All tax that was charged on what is undone, per authority and rate. */
  public List<TaxLine> taxes() {
    List<TaxLine> all = new java.util.ArrayList<>();
    lines.forEach(line -> all.addAll(line.taxes()));
    charges.forEach(charge -> all.addAll(charge.taxes()));
    return TaxReversal.summed(all);
  }

  /** The tax that comes back: that charged, less what is contained in deductions. */
  public List<TaxLine> taxesBack() {
    Stream<TaxLine> contained = deductions.stream().flatMap(each -> each.taxes().stream());
    return TaxReversal.summed(Stream.concat(taxes().stream(), contained).toList());
  }

  public boolean expired(Instant at) {
    return at.isAfter(expiresAt);
  }

  /** The exact text that is stored, hashed and consented to. */
  public String text() {
    return QuotationText.of(this);
  }

  /** SHA-256 over {@link #text()}. */
  public String digest() {
    return Digest.sha256(text());
  }

  /**
   * Whether another quotation gives back as much for as many units in the same ways. Which of a
   * line's units they are is all one to the buyer, if their shares are the same.
   */
  public boolean samePromise(Quotation other) {
    return linesWithoutUnits().equals(other.linesWithoutUnits())
        && asks().equals(other.asks())
        && charges.equals(other.charges)
        && deductions.equals(other.deductions)
        && total.equals(other.total)
        && waysOf(this).equals(waysOf(other));
  }

  private List<QuotedLine> linesWithoutUnits() {
    return lines.stream().map(QuotedLine::withoutUnits).toList();
  }

  /** How much on which tender, in their order; what of it was taken meanwhile is all one. */
  private static List<Map.Entry<UUID, Money>> waysOf(Quotation quotation) {
    Map<UUID, Money> ways = new LinkedHashMap<>();
    quotation.tenders.forEach(
        tender -> ways.merge(tender.tenderId(), tender.amount(), Money::plus));
    return List.copyOf(ways.entrySet());
  }

  private Money zero() {
    return Money.zero(total.currency());
  }
}
