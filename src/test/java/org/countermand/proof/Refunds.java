package org.countermand.proof;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether every refund of the books is one of the ledger, and every one of the ledger that is ours,
 * by its mark or by its payment, is one of the books. Refunds on payments that no order of ours was
 * paid with are somebody else's business.
 */
final class Refunds implements Statement {

  private static final String PARTS =
      """
      SELECT p.id, c.number, t.reference AS payment, p.amount, p.currency, p.state, p.reserved,
             p.reference, EXISTS (SELECT 1 FROM external_refund e
                                  WHERE e.counted_for = p.id AND e.reference = p.reference) AS by_hand
      FROM refund_part p JOIN tender t ON t.id = p.tender_id
      LEFT JOIN cancellation c ON c.id = p.cancellation_id
      WHERE p.kind = 'REFUND' AND t.gateway = 'stripe' AND (p.reserved OR p.reference <> '')
      """;

  private static final int BATCH = 10_000;

  private final Sums sums;

  /**
   * Matches.
   *
   * @param sums what is found is summed up here
   */
  Refunds(Sums sums) {
    this.sums = sums;
  }

  @Override
  public String id() {
    return "refunds";
  }

  @Override
  public String sentence() {
    return "Every refund of the books stands in the ledger, and every one of the ledger in the"
        + " books, with the same amount.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws IOException, SQLException {
    Ledger ledger = evidence.ledger();
    Set<String> matched = new HashSet<>();
    Set<String> underWay = new HashSet<>();
    evidence.books().each(PARTS, row -> match(row, ledger, matched, underWay, tally));
    unknown(evidence, ledger, matched, underWay, tally);
    long others =
        evidence
            .books()
            .number(
                "SELECT count(*) FROM refund_part p JOIN tender t ON t.id = p.tender_id"
                    + " WHERE p.kind = 'REFUND' AND p.reserved AND t.gateway <> 'stripe'");
    if (others > 0) {
      tally.note(others + " refunds went through other gateways and are not looked at");
    }
  }

  private void match(
      ResultSet row, Ledger ledger, Set<String> matched, Set<String> underWay, Tally tally)
      throws SQLException {
    tally.looked();
    String part = row.getString("id");
    String reference = row.getString("reference");
    String state = row.getString("state");
    if (reference.isEmpty()) {
      underWay.add(part);
      tally.claim(
          state.equals("SUBMITTED") || state.equals("REQUESTED"),
          "part %s is %s and names no refund",
          part,
          state);
      return;
    }
    long amount = row.getLong("amount");
    String currency = row.getString("currency");
    if (row.getBoolean("reserved")) {
      sums.inBooks(currency, amount);
    }
    String name = Numbers.cancellation(row.getLong("number")) + ", " + reference;
    tally.claim(matched.add(reference), "%s stands twice in the books", name);
    Ledger.Refund refund = ledger.refund(reference);
    if (refund == null) {
      tally.broken(
          "%s: %s in the books, nothing in the ledger"
              .formatted(name, Minor.text(amount, currency)));
      return;
    }
    tally.claim(
        refund.amount() == amount && refund.currency().equals(currency),
        "%s: %s in the books, %s in the ledger",
        name,
        Minor.text(amount, currency),
        Minor.text(refund.amount(), refund.currency()));
    // What a person counted for a part was made by hand, and bears nobody's mark.
    String mark = row.getBoolean("by_hand") ? "" : part;
    tally.claim(
        refund.payment().equals(row.getString("payment")) && refund.part().equals(mark),
        "%s: made on %s for part %s, in the books on %s for part %s",
        name,
        refund.payment(),
        refund.part(),
        row.getString("payment"),
        part);
    boolean lost = state.equals("FAILED") || state.equals("REVERSED");
    tally.claim(
        refund.moves() != lost,
        "%s: %s in the books, %s in the ledger",
        name,
        state,
        refund.status());
    if (refund.moves()) {
      sums.inLedger(refund.currency(), refund.amount());
    }
  }

  /** What the ledger has and no part of ours names. */
  private void unknown(
      Evidence evidence, Ledger ledger, Set<String> matched, Set<String> underWay, Tally tally)
      throws SQLException {
    List<Ledger.Refund> rest =
        ledger.refunds().stream()
            .filter(refund -> !matched.contains(refund.id()) && refund.moves())
            .toList();
    Set<String> payments = ours(evidence.books(), rest, Ledger.Refund::payment);
    Set<String> byHand = byHand(evidence.books());
    long noted = 0;
    long second = evidence.books().second();
    long younger = 0;
    long others = 0;
    for (Ledger.Refund refund : rest) {
      boolean ours = !refund.part().isEmpty() || payments.contains(refund.payment());
      if (!ours) {
        others++;
      } else if (refund.part().isEmpty() && byHand.contains(refund.id())) {
        tally.looked();
        noted++;
      } else if (refund.created() >= second || underWay.contains(refund.part())) {
        younger++;
      } else {
        sums.inLedger(refund.currency(), refund.amount());
        tally.looked();
        tally.broken(
            "%s on %s: %s in the ledger, nothing in the books"
                .formatted(
                    refund.id(), refund.payment(), Minor.text(refund.amount(), refund.currency())));
      }
    }
    if (noted > 0) {
      tally.note(noted + " refunds were made by hand, and stand in the books as that");
    }
    if (younger > 0) {
      tally.note(younger + " refunds are under way or younger than this look at the books");
    }
    if (others > 0) {
      tally.note(others + " refunds of the ledger are not on payments of ours");
    }
  }

  /** Refunds that somebody made in the gateway's dashboard, as far as the books know of them. */
  private static Set<String> byHand(Books books) throws SQLException {
    Set<String> byHand = new HashSet<>();
    books.each(
        "SELECT reference FROM external_refund WHERE gateway = 'stripe' AND part = ''",
        row -> byHand.add(row.getString(1)));
    return byHand;
  }

  /** Those of the payments that an order of ours was paid with. */
  static <T> Set<String> ours(Books books, List<T> rest, Function<T, String> payment)
      throws SQLException {
    Set<String> ours = new HashSet<>();
    for (int from = 0; from < rest.size(); from += BATCH) {
      List<String> some =
          new ArrayList<>(
              rest.subList(from, Math.min(rest.size(), from + BATCH)).stream()
                  .map(payment)
                  .toList());
      books.each(
          "SELECT reference FROM tender WHERE reference = ANY (?)",
          row -> ours.add(row.getString(1)),
          books.texts(some));
    }
    return ours;
  }
}
