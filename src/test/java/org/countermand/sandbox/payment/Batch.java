package org.countermand.sandbox.payment;

import java.util.ArrayList;
import java.util.List;

/** What one request changed: one line of the journal, so that all of it is remembered or none. */
record Batch(
    List<Payment> payments, List<Refund> refunds, List<Event> events, List<StoredAnswer> answers) {

  Batch() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  boolean nothing() {
    return payments.isEmpty() && refunds.isEmpty() && events.isEmpty() && answers.isEmpty();
  }
}
