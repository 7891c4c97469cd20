package org.countermand.refund.model;

import java.time.LocalDate;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.payment.model.PartKind;

/**
 * What goes back on one tender.
 *
 * @param kind how, by the state of the payment when this was quoted
 * @param expectedBy the day by which it should be on the buyer's account; a customary time of the
 *     banks, not a promise of ours beyond sending it at once
 */
public record QuotedTender(
    UUID tenderId, int position, String label, PartKind kind, Money amount, LocalDate expectedBy) {}
