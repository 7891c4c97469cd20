package org.countermand.order.model;

import java.util.UUID;

/**
 * A wish to undo so many units of a line.
 *
 * @param units not yet checked: may be zero, negative or more than there are
 */
public record Ask(UUID lineId, int units) {}
