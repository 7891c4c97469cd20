package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.payment.model.Choice;

/** What somebody chooses for a refund of this cancellation that failed. */
public record AnotherWay(Actor actor, UUID cancellationId, Choice choice, Instant at) {}
