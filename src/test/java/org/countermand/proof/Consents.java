package org.countermand.proof;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether money that moved on a consent is what was consented to. The executed quotation may be
 * another than the one that was shown, because units are exchanged for equal ones; it may give less
 * only where the warehouse could hold only a part.
 */
final class Consents implements Statement {

  private static final String SQL =
      """
      SELECT c.number, c.currency, o.price_basis, q.body,
             c.findings LIKE '%WAREHOUSE_PARTLY%' AS partly, a.bodies, a.digests
      FROM cancellation c JOIN shop_order o ON o.id = c.order_id
      JOIN quotation q ON q.id = c.quotation_id::uuid
      LEFT JOIN LATERAL (
        SELECT array_agg(shown.body) AS bodies, array_agg(n.quotation_digest) AS digests
        FROM quotation shown JOIN consent n ON n.quotation_id = shown.id
        WHERE shown.order_id = c.order_id AND NOT EXISTS (
          SELECT 1 FROM cancellation other
          WHERE other.asked_with = shown.id::text AND other.id <> c.id)) a ON true
      WHERE c.basis_kind = 'Consent' AND c.confirmed_at IS NOT NULL
      """;

  private final Sha sha = new Sha();

  @Override
  public String id() {
    return "consents";
  }

  @Override
  public String sentence() {
    return "Who consented gets what he consented to, or less where goods had left, and the texts"
        + " are those that he saw.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    evidence.books().each(SQL, row -> examine(row, tally));
    evidence
        .books()
        .each(
            "SELECT id, digest, declaration FROM request_record",
            row -> {
              tally.looked();
              tally.claim(
                  sha.of(row.getString(3)).equals(row.getString(2)),
                  "request %s was worded otherwise",
                  row.getString(1));
            });
  }

  private void examine(ResultSet row, Tally tally) throws SQLException {
    tally.looked();
    String name = Numbers.cancellation(row.getLong("number"));
    List<String> bodies = texts(row.getArray("bodies"));
    List<String> digests = texts(row.getArray("digests"));
    for (int i = 0; i < bodies.size(); i++) {
      tally.claim(
          sha.of(bodies.get(i)).equals(digests.get(i)),
          "%s: a consent is to another text than the one that is stored",
          name);
    }
    String currency = row.getString("currency");
    boolean net = row.getString("price_basis").equals("NET");
    Promise executed = Promise.read(row.getString("body"), currency, net);
    boolean partly = row.getBoolean("partly");
    boolean agreed =
        bodies.stream()
            .map(body -> Promise.read(body, currency, net))
            .anyMatch(shown -> partly ? shown.givesAtLeast(executed) : shown.gives(executed));
    tally.claim(
        agreed,
        "%s: executed %s, consented to is %s",
        name,
        Minor.text(executed.total(), currency),
        bodies.isEmpty() ? "nothing" : "something else");
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
