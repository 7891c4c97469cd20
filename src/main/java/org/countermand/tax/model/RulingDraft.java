package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.TaxLine;

/**
 * A ruling while a regime writes it: what every document says stands in it from the start. Of one
 * thread.
 */
public final class RulingDraft {

  /** In the data: a fee that may not be kept at all. */
  static final String FORBIDDEN = "FORBIDDEN";

  private final DocumentKind document;
  private final String series;
  private final Reversal reversal;
  private final Seller seller;
  private final Map<String, String> facts = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private boolean required = true;
  private List<TaxLine> taxes;
  private Optional<LocalDate> lastDay = Optional.empty();

  RulingDraft(DocumentKind document, String series, Reversal reversal, Seller seller) {
    this.document = document;
    this.series = series;
    this.reversal = reversal;
    this.seller = seller;
    this.taxes = reversal.reversed();
    Supply supply = reversal.supply();
    if (supply.isInvoiced()) {
      fact("original", supply.invoice().number());
      fact("originalOn", supply.invoicedOn());
    }
    fact("suppliedOn", supply.suppliedOn());
  }

  /** A fee is told to a person where it is forbidden, or where nobody has reviewed its rule. */
  RulingDraft fees(Datum rule) {
    if (!keepsFee()) {
      return this;
    }
    if (rule.value().equals(FORBIDDEN)) {
      finding(Finding.of(ReasonCode.TAX_FEE_FORBIDDEN));
    } else if (!rule.reviewed()) {
      finding(Finding.of(ReasonCode.TAX_FEE_UNREVIEWED, "place", reversal.supply().place()));
    }
    return this;
  }

  public boolean keepsFee() {
    return reversal.withheld().stream()
        .anyMatch(part -> part.kind() == Withheld.Kind.FEE && part.amount().isPositive());
  }

  public RulingDraft required(boolean demanded) {
    required = demanded;
    return this;
  }

  public RulingDraft taxes(List<TaxLine> stated) {
    taxes = stated;
    return this;
  }

  /** A time limit that runs from the reversal on. */
  public RulingDraft until(LocalDate last) {
    lastDay = Optional.of(last);
    return this;
  }

  /**
   * A time limit that runs from the supply on, and may so be near or over.
   *
   * @param warning days before its end in which a person is told
   */
  public RulingDraft within(LocalDate last, int warning) {
    lastDay = Optional.of(last);
    if (reversal.on().isAfter(last)) {
      finding(Finding.of(ReasonCode.TAX_DEADLINE_OVER, "lastDay", last));
    } else if (reversal.on().isAfter(last.minusDays(warning))) {
      finding(Finding.of(ReasonCode.TAX_DEADLINE_NEAR, "lastDay", last));
    }
    return this;
  }

  public RulingDraft fact(String name, Object value) {
    facts.put(name, String.valueOf(value));
    return this;
  }

  public RulingDraft finding(Finding finding) {
    findings.add(finding);
    return this;
  }

  /** The seller's number in a register, without which a demanded document is worth nothing. */
  public RulingDraft sellerId(String scheme) {
    Optional<String> id = seller.taxId(scheme).filter(text -> !text.isBlank());
    id.ifPresent(text -> fact("sellerId", text));
    return id.isPresent() || !required
        ? this
        : finding(Finding.of(ReasonCode.TAX_SELLER_ID_MISSING, "scheme", scheme));
  }

  /** The original document, without which this one means nothing. */
  public RulingDraft original() {
    return reversal.supply().isInvoiced()
        ? this
        : finding(Finding.of(ReasonCode.TAX_ORIGINAL_MISSING));
  }

  public Ruling ruling() {
    return new Ruling(document, required, series, taxes, lastDay, facts, findings);
  }
}
