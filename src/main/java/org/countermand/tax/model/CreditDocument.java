package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * An issued document with everything that stands on it; immutable. A wrong one is corrected by
 * another one.
 *
 * @param number without gaps or repeats per legal entity, series and year
 * @param issuedOn the day at the seller's seat
 * @param corrects the number of a document of ours that this one corrects, or empty
 */
public record CreditDocument(
    UUID id,
    UUID cancellationId,
    String number,
    LocalDate issuedOn,
    Seller seller,
    Reversal reversal,
    Ruling ruling,
    String corrects,
    Locale language) {}
