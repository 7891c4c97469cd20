package org.countermand.channel.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One revision of a mapping.
 *
 * @param revision from 1
 */
public record SavedMapping(
    UUID id, int revision, Mapping mapping, String savedBy, Instant savedAt) {}
