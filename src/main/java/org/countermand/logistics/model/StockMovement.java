package org.countermand.logistics.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Units that came back to free stock; never changed, never deleted.
 *
 * @param units positive: back into stock
 */
public record StockMovement(
    UUID id,
    UUID cancellationId,
    UUID orderId,
    UUID lineId,
    String warehouse,
    String sku,
    int units,
    Instant at) {}
