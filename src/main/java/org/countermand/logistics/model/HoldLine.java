package org.countermand.logistics.model;

import java.util.UUID;

/** So many units of a line that shall not be packed. */
public record HoldLine(UUID lineId, String sku, int units) {}
