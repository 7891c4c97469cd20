package org.countermand.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether every authorization that the books gave up is gone in the ledger, and every one that was
 * cancelled there for the buyer was given up in the books.
 */
final class Voids implements Statement {

  private static final String PARTS =
      """
      SELECT c.number, t.reference, p.state, p.currency,
             (SELECT sum(q.amount) FROM refund_part q WHERE q.tender_id = t.id AND q.reserved
              AND q.kind NOT IN ('REFUND', 'CREDIT')) AS released
      FROM refund_part p JOIN tender t ON t.id = p.tender_id
      LEFT JOIN cancellation c ON c.id = p.cancellation_id
      WHERE p.kind IN ('VOID', 'LAPSED') AND p.reserved AND t.gateway = 'stripe'
      """;

  @Override
  public String id() {
    return "voids";
  }

  @Override
  public String sentence() {
    return "Every authorization given up in the books is cancelled in the ledger, and the other way"
        + " round.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws IOException, SQLException {
    Ledger ledger = evidence.ledger();
    Set<String> matched = new HashSet<>();
    evidence
        .books()
        .each(
            PARTS,
            row -> {
              tally.looked();
              String reference = row.getString("reference");
              matched.add(reference);
              Ledger.Cancelled gone = ledger.cancelled(reference);
              String name = Numbers.cancellation(row.getLong("number")) + ", " + reference;
              if (gone == null) {
                tally.claim(
                    !row.getString("state").equals("SUCCEEDED"),
                    "%s: given up in the books, not cancelled in the ledger",
                    name);
                return;
              }
              tally.claim(
                  gone.currency().equals(row.getString("currency"))
                      && row.getLong("released") <= gone.amount(),
                  "%s: given up %d %s, authorized were %s",
                  name,
                  row.getLong("released"),
                  row.getString("currency"),
                  Minor.text(gone.amount(), gone.currency()));
            });
    unknown(evidence, ledger, matched, tally);
  }

  private static void unknown(Evidence evidence, Ledger ledger, Set<String> matched, Tally tally)
      throws SQLException {
    List<Ledger.Cancelled> rest =
        ledger.cancelled().stream()
            .filter(gone -> gone.forTheBuyer() && !matched.contains(gone.id()))
            .toList();
    Set<String> ours = Refunds.ours(evidence.books(), rest, Ledger.Cancelled::id);
    long second = evidence.books().second();
    for (Ledger.Cancelled gone : rest) {
      if (ours.contains(gone.id()) && gone.canceled() < second) {
        tally.looked();
        tally.broken("%s: cancelled in the ledger, not in the books".formatted(gone.id()));
      }
    }
  }
}
