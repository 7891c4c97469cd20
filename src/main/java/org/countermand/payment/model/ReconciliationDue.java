package org.countermand.payment.model;

/** The nudge in process that a day is to be compared; heard after the commit. */
public record ReconciliationDue() {}
