package org.countermand.outbox.model;

import java.util.UUID;

/**
 * One event on its way to one listener.
 *
 * @param tries how often delivery was begun, this time included
 */
public record Envelope(UUID id, Listener listener, Event event, int tries) {}
