package org.countermand.payment.model;

/**
 * What a gateway says of a void or refund that exists with it.
 *
 * @param reference the gateway's id of the refund, or of the payment for a void
 */
public record GatewayAnswer(String reference, PartState state) {}
