package org.countermand.sandbox.warehouse;

import java.util.List;

/** A hold as it is now and what moved for it: one line of the journal. */
record Entry(Hold hold, List<StockMovement> movements) {}
