package org.countermand.payment.model;

import java.util.Optional;
import org.countermand.kernel.Finding;

/**
 * What a bank says of a transfer that it knows.
 *
 * @param reference the bank's id of it, or empty
 * @param state {@code SUBMITTED} while it is under way, {@code PAID}, or {@code FAILED}, also where
 *     it was paid and came back
 * @param why why it failed or came back
 */
public record PayoutAnswer(String reference, PayoutState state, Optional<Finding> why) {}
