package org.countermand.cancellation.model;

import java.util.UUID;

/**
 * Units of one line that are to be undone.
 *
 * @param held units that the warehouse surely will not pack; equal to {@code asked} for services
 */
public record CancelledLine(UUID lineId, int asked, int held) {}
