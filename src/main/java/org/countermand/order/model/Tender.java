package org.countermand.order.model;

import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * A means of payment as it stood at intake; what became of it since is told by {@code payment}.
 *
 * @param position 1 for the first tender
 * @param gateway the name of the gateway, such as {@code stripe}
 * @param reference the gateway's own id of the payment
 * @param label what the buyer knows it by, such as {@code Visa •••• 4242}
 * @param authorized promised by the bank
 * @param captured taken, at most what was authorized
 */
public record Tender(
    UUID id,
    int position,
    TenderKind kind,
    String gateway,
    String reference,
    String label,
    Money authorized,
    Money captured) {}
