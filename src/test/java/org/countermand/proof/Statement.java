package org.countermand.proof;

import java.io.IOException;
import java.sql.SQLException;

/** One claim about the books, and how it is proved or broken. */
interface Statement {

  /** A short name that never changes. */
  String id();

  /** The claim. */
  String sentence();

  /**
   * Looks at everything that the claim is about.
   *
   * @throws IOException when the ledger cannot be asked
   * @throws SQLException when the books cannot be asked
   */
  void examine(Evidence evidence, Tally tally) throws IOException, SQLException;
}
