package org.countermand.order.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The original document of the supply, which a credit document must name.
 *
 * @param number the invoice's number, or empty while none is issued
 * @param sellerTaxId the seller's tax id, or empty
 */
public record Invoice(
    String number,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate suppliedOn,
    String sellerTaxId) {}
