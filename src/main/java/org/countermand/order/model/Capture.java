package org.countermand.order.model;

import java.time.Instant;
import org.countermand.kernel.Money;

/**
 * Money that was taken of a tender at one time, for one shipment perhaps.
 *
 * @param reference the gateway's own id of it, or empty where it has none
 */
public record Capture(String reference, Money amount, Instant at) {}
