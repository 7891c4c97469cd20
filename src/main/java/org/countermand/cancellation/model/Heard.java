package org.countermand.cancellation.model;

import org.countermand.payment.model.Topic;

/** The nudge in process that a gateway told something; heard after the commit. */
public record Heard(Topic topic) {}
