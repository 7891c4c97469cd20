package org.countermand.outbox.model;

import java.util.UUID;

/** The nudge in process that an event was posted; heard after the commit. */
public record Posted(UUID eventId) {}
