package org.countermand.proof;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to look at.
 *
 * @param bank who transfers what could not be paid back, or null if nobody is to be asked
 * @param settled whether everything that was begun must be over
 */
record Evidence(Books books, LedgerSource source, @Nullable Bank bank, boolean settled) {

  /** Where the ledger comes from; asked when a statement first needs it. */
  interface LedgerSource {
    Ledger ledger() throws IOException;
  }

  Ledger ledger() throws IOException {
    return source.ledger();
  }

  /** What the bank has transferred. */
  List<Bank.Transfer> transfers() throws IOException {
    if (bank == null) {
      throw new IOException("the bank was not to be asked");
    }
    return bank.transfers();
  }
}
