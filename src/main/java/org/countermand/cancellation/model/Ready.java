package org.countermand.cancellation.model;

import java.util.UUID;

/** The nudge in process that a cancellation has something to do; heard after the commit. */
public record Ready(UUID cancellationId) {}
