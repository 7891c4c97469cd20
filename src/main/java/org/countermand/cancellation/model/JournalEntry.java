package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the journal of calls to the outside: that a call was about to be made, or what it
 * came to. Never changed.
 *
 * @param attemptId the key under which the outside was asked
 * @param phase {@code CALLING}, {@code LOOKING} or {@code ANSWERED}
 * @param outcome the outcome's name, or empty while calling
 * @param detail digest of the request, or a technical word on the answer
 */
public record JournalEntry(
    UUID id,
    UUID cancellationId,
    UUID stepId,
    UUID attemptId,
    int attempt,
    String phase,
    String outcome,
    String detail,
    Instant at) {}
