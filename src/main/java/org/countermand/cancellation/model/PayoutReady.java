package org.countermand.cancellation.model;

import java.util.UUID;

/** The nudge in process that a payout may go to the bank; heard after the commit. */
public record PayoutReady(UUID payoutId) {}
