package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.PriceBasis;

/**
 * The supply of which something is undone, as it was taxed.
 *
 * @param place whose tax was charged; where none was, the buyer's residence
 * @param orderedOn the day of the order at that place
 * @param moved whether any of the goods had left the seller when it was undone
 * @param scheme under which the tax is declared: {@code OSS}, {@code IOSS}, {@code VOEC}, or empty
 * @param findings what a person must know of how it was taxed, such as that its place is unclear
 */
public record Supply(
    UUID orderId,
    String orderNumber,
    String legalEntity,
    Jurisdiction place,
    PriceBasis basis,
    Currency currency,
    Invoice invoice,
    LocalDate orderedOn,
    Buyer buyer,
    boolean moved,
    String scheme,
    List<Finding> findings) {

  public Supply {
    findings = List.copyOf(findings);
  }

  /** A supply of whose taxes nothing is in doubt. */
  public Supply(
      UUID orderId,
      String orderNumber,
      String legalEntity,
      Jurisdiction place,
      PriceBasis basis,
      Currency currency,
      Invoice invoice,
      LocalDate orderedOn,
      Buyer buyer,
      boolean moved,
      String scheme) {
    this(
        orderId,
        orderNumber,
        legalEntity,
        place,
        basis,
        currency,
        invoice,
        orderedOn,
        buyer,
        moved,
        scheme,
        List.of());
  }

  public boolean isInvoiced() {
    return !invoice.number().isBlank();
  }

  /** The day of the invoice, or of the order where no invoice has one. */
  public LocalDate invoicedOn() {
    LocalDate issued = invoice.issuedOn();
    return issued == null ? orderedOn : issued;
  }

  /** The day on which its tax arose: of the supply, or else of the invoice or the order. */
  public LocalDate suppliedOn() {
    LocalDate supplied = invoice.suppliedOn();
    return supplied == null ? invoicedOn() : supplied;
  }

  /** Whether it is unclear whose tax was charged. */
  public boolean isOfUnclearPlace() {
    return findings.stream().anyMatch(found -> found.code() == ReasonCode.TAX_PLACE_UNCLEAR);
  }

  public boolean isToConsumer() {
    return buyer.kind() == Buyer.Kind.CONSUMER;
  }
}
