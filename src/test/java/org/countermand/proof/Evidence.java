package org.countermand.proof;

import java.io.IOException;

/**
 * What there is to look at.
 *
 * @param settled whether everything that was begun must be over
 */
record Evidence(Books books, LedgerSource source, boolean settled) {

  /** Where the ledger comes from; asked when a statement first needs it. */
  interface LedgerSource {
    Ledger ledger() throws IOException;
  }

  Ledger ledger() throws IOException {
    return source.ledger();
  }
}
