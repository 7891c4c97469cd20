package org.countermand.it;

import java.util.ArrayList;
import java.util.List;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.jdbi.v3.core.Jdbi;

/** Rows of numbers that must have no hole, whoever was killed while taking one. */
final class Gaps {

  private Gaps() {}

  /** Numbers of credit documents that are missing, and audit entries outside the chain. */
  static List<String> of(World world) {
    Jdbi jdbi = Jdbi.create(() -> world.database().connect(Role.OWNER));
    List<String> gaps =
        new ArrayList<>(
            rows(
                jdbi,
                "SELECT 'numbers of ' || c.legal_entity || ': ' || count(n.id) || ' documents, last "
                    + "' || c.last_number FROM document_series c LEFT JOIN document n"
                    + " ON n.legal_entity = c.legal_entity AND n.series = c.series AND n.year = c.year"
                    + " GROUP BY c.legal_entity, c.series, c.year, c.last_number"
                    + " HAVING count(n.id) <> c.last_number"
                    + " OR coalesce(max(n.counter), 0) <> c.last_number"));
    gaps.addAll(
        rows(
            jdbi,
            "SELECT 'audit: ' || count(*) || ' leaves, last ' || max(number) FROM audit_leaf"
                + " HAVING count(*) <> max(number)"));
    gaps.addAll(
        rows(
            jdbi,
            "SELECT 'audit: ' || count(*) || ' entries are not chained' FROM audit_pending"
                + " HAVING count(*) > 0"));
    return gaps;
  }

  private static List<String> rows(Jdbi jdbi, String sql) {
    return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
  }
}
