package org.countermand.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether what the books say was transferred is what the bank has transferred. A payout that is
 * under way may be there or not; everything else is or is not, and with the same amount.
 */
final class Payouts implements Statement {

  /** What the other statements about payouts claim of the books alone. */
  static final Statement IN_BOOKS =
      new SqlStatement(
          "payouts",
          "A refund that failed is paid out once at most, with its amount, and not by who named the"
              + " account.",
          "SELECT count(*) FROM payout",
          """
          SELECT format('payout %s is %s %s, its part %s is %s of %s %s', q.id, q.amount, q.currency,
                        p.id, p.state, p.amount, p.currency)
          FROM payout q JOIN refund_part p ON p.id = q.part_id
          WHERE q.amount <> p.amount OR q.currency <> p.currency OR p.kind <> 'REFUND'
             OR p.state NOT IN ('FAILED', 'REVERSED') OR p.reserved
          UNION ALL
          SELECT format('part %s is paid out %s times', part_id, count(*))
          FROM payout WHERE state NOT IN ('REJECTED', 'FAILED', 'RETURNED')
          GROUP BY part_id HAVING count(*) > 1
          UNION ALL
          SELECT format('payout %s is %s, chosen by %s and decided by %s', id, state, chosen_by,
                        coalesce(nullif(decided_by, ''), 'nobody'))
          FROM payout WHERE (state NOT IN ('CHOSEN', 'GRANTED')) <> (decided_by <> '')
             OR decided_by = chosen_by
             OR (state IN ('PAID', 'RETURNED', 'GRANTED')) <> (settled_at IS NOT NULL)
             OR (method = 'STORE_CREDIT') <> (state = 'GRANTED')
             OR (method = 'STORE_CREDIT') <> (assent <> '')
          UNION ALL
          SELECT format('payout %s is credited by %s entries of %s in all, and is %s', q.id,
                        count(e.id), coalesce(sum(e.amount), 0), q.amount)
          FROM payout q LEFT JOIN credit_entry e ON e.subject = q.id::text AND e.kind = 'GRANTED'
          GROUP BY q.id
          HAVING count(e.id) <> (q.method = 'STORE_CREDIT')::int
             OR coalesce(sum(e.amount), q.amount) <> q.amount
          UNION ALL
          SELECT format('credit of %s %s is granted for no payout', e.amount, e.subject)
          FROM credit_entry e WHERE e.kind = 'GRANTED'
          AND NOT EXISTS (SELECT 1 FROM payout q WHERE q.id::text = e.subject)
          UNION ALL
          SELECT format('payout %s is %s and was called %s times under %s keys', q.id, q.state,
                        count(j.id) FILTER (WHERE j.phase = 'CALLING'), count(DISTINCT j.attempt_id))
          FROM payout q LEFT JOIN payout_journal j ON j.payout_id = q.id
          GROUP BY q.id
          HAVING (q.state IN ('CHOSEN', 'APPROVED', 'REJECTED', 'GRANTED')) <> (count(j.id) = 0)
             OR count(DISTINCT j.attempt_id) <> q.attempt
          """);

  private static final String SQL =
      "SELECT q.id, c.number, q.state, q.amount, q.currency FROM payout q"
          + " JOIN cancellation c ON c.id = q.cancellation_id WHERE q.method = 'BANK_TRANSFER'";

  /** Hexadecimal digits of a version 7 id that tell its millisecond. */
  private static final int MOMENT = 12;

  private static final String OURS = "CM-";

  private record Booked(String name, String state, long amount, String currency) {}

  @Override
  public String id() {
    return "payout-ledger";
  }

  @Override
  public String sentence() {
    return "Every transfer of the books stands in the bank's ledger, and every one of the ledger in"
        + " the books, with the same amount.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws IOException, SQLException {
    Map<String, Booked> books = new HashMap<>();
    evidence
        .books()
        .each(
            SQL,
            row ->
                books.put(
                    endToEnd(row.getString("id")),
                    new Booked(
                        Numbers.cancellation(row.getLong("number"))
                            + ", payout "
                            + row.getString("id"),
                        row.getString("state"),
                        row.getLong("amount"),
                        row.getString("currency"))));
    compare(books, transfers(books, evidence, tally), evidence, tally);
  }

  /** Where nothing was ever paid out there need be no bank. */
  private static List<Bank.Transfer> transfers(
      Map<String, Booked> books, Evidence evidence, Tally tally) throws IOException {
    try {
      return evidence.transfers();
    } catch (IOException e) {
      if (!books.isEmpty()) {
        throw e;
      }
      tally.note("there are no payouts, and no bank answers");
      return List.of();
    }
  }

  private static void compare(
      Map<String, Booked> books, List<Bank.Transfer> ledger, Evidence evidence, Tally tally)
      throws SQLException {
    long second = evidence.books().second();
    Set<String> moved = new HashSet<>();
    for (Bank.Transfer transfer : ledger) {
      if (!transfer.booked() || !transfer.endToEnd().startsWith(OURS)) {
        continue;
      }
      Booked booked = books.get(transfer.endToEnd());
      if (booked == null) {
        tally.claim(
            second(transfer.endToEnd()) >= second,
            "%s: %s at the bank, nothing in the books",
            transfer.endToEnd(),
            Minor.text(transfer.amount(), transfer.currency()));
        continue;
      }
      tally.claim(
          moved.add(transfer.endToEnd()), "%s: transferred twice by the bank", booked.name());
      tally.claim(
          booked.amount() == transfer.amount() && booked.currency().equals(transfer.currency()),
          "%s: %s in the books, %s at the bank",
          booked.name(),
          Minor.text(booked.amount(), booked.currency()),
          Minor.text(transfer.amount(), transfer.currency()));
      tally.claim(
          !Set.of("REJECTED", "FAILED", "RETURNED").contains(booked.state()),
          "%s: %s in the books, transferred by the bank",
          booked.name(),
          booked.state());
    }
    books.forEach(
        (endToEnd, booked) -> {
          tally.looked();
          tally.claim(
              !booked.state().equals("PAID") || moved.contains(endToEnd),
              "%s: %s in the books, not transferred by the bank",
              booked.name(),
              booked.state());
        });
  }

  private static String endToEnd(String payout) {
    return OURS + UUID.fromString(payout).toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** The second in which the payout was chosen: what is younger than this look is not in it. */
  private static long second(String endToEnd) {
    String moment = endToEnd.substring(OURS.length()).replaceAll("[^0-9A-F]", "");
    return moment.length() < MOMENT ? 0 : Long.parseLong(moment.substring(0, MOMENT), 16) / 1000;
  }
}
