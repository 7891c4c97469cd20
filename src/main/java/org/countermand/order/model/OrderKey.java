package org.countermand.order.model;

import java.util.UUID;

/** What names an order, and nothing of what is in it. */
public record OrderKey(UUID id, String shop) {}
