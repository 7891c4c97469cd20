package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Money;

/** One row of the back office's list. */
public record Row(
    UUID id,
    String number,
    String orderNumber,
    UUID orderId,
    State state,
    Money amount,
    Instant receivedAt,
    int openWorkItems) {}
