package org.countermand.payment.model;

import java.util.UUID;
import org.countermand.kernel.Money;

/** An amount that a confirmed cancellation promises on one tender. */
public record PlannedPart(UUID tenderId, PartKind kind, Money amount) {}
