package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * An issued credit document; immutable once it has its number.
 *
 * @param number without gaps or repeats per legal entity and year
 */
public record CreditNote(
    UUID id,
    UUID cancellationId,
    UUID orderId,
    String legalEntity,
    String number,
    String invoiceNumber,
    LocalDate issuedOn,
    Money total,
    List<TaxLine> taxes) {
  public CreditNote {
    taxes = List.copyOf(taxes);
  }

  /** The document's number: {@code CN-2026-000001}. */
  public static String number(int year, long counter) {
    return "CN-%d-%06d".formatted(year, counter);
  }
}
