package org.countermand.cancellation.model;

import org.countermand.eligibility.model.Verdict;
import org.countermand.refund.model.Quotation;

/** A quotation together with the verdict that allows it; {@code REVIEW} means a person decides. */
public record Offer(Verdict verdict, Quotation quotation) {}
