package org.countermand.payment.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one cancellation gives back on one tender.
 *
 * @param reference the gateway's id of the refund, or empty before it is known
 * @param submittedAt when the gateway was first asked
 * @param settledAt when the gateway first said that it succeeded
 */
public record RefundPart(
    UUID id,
    UUID cancellationId,
    UUID orderId,
    UUID tenderId,
    PartKind kind,
    PartState state,
    Money amount,
    String reference,
    @Nullable Instant submittedAt,
    @Nullable Instant settledAt) {}
