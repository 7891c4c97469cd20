package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * The wish for a credit document.
 *
 * @param cancellationId what it is for; asking twice gives the same document
 * @param legalEntity who issues it
 * @param invoiceNumber the original document, or empty while none was issued
 * @param total what is credited, tax included
 * @param body the exact text that the document stands for: the quotation as executed
 */
public record CreditRequest(
    UUID cancellationId,
    UUID orderId,
    String legalEntity,
    String invoiceNumber,
    LocalDate issuedOn,
    Money total,
    List<TaxLine> taxes,
    String body) {
  public CreditRequest {
    taxes = List.copyOf(taxes);
  }
}
