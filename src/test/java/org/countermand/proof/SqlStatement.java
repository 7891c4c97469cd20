package org.countermand.proof;

import java.sql.SQLException;

/**
 * A statement that the database can answer by itself.
 *
 * @param looked query for the number of things that the statement is about
 * @param broken query for one text per thing that is not as claimed
 */
record SqlStatement(String id, String sentence, String looked, String broken) implements Statement {

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    tally.looked(evidence.books().number(looked));
    evidence.books().each(broken, row -> tally.broken(row.getString(1)));
  }
}
