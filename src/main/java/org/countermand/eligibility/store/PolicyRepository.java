package org.countermand.eligibility.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Policy;
import org.countermand.eligibility.model.Rule;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.payment.model.TenderState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps policy revisions. */
@ApplicationScoped
public class PolicyRepository {

  @Inject private Jdbi jdbi;

  /** The shop's own revision in force at that moment, or else the one for every shop. */
  public Policy inForce(String shop, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM policy_revision WHERE shop IN (:shop, '*')"
                        + " AND effective_from <= :at"
                        + " ORDER BY (shop = '*'), revision DESC LIMIT 1")
                .bind("shop", shop)
                .bind("at", at)
                .map((row, context) -> policy(handle, row))
                .one());
  }

  private static Policy policy(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Policy(
        id,
        row.getString("shop"),
        row.getString("name"),
        row.getInt("revision"),
        row.getObject("effective_from", OffsetDateTime.class).toInstant(),
        rules(handle, id));
  }

  private static List<Rule> rules(Handle handle, UUID policyId) {
    return handle
        .createQuery(
            "SELECT kind, parameter, effect FROM policy_rule WHERE policy_id = :id"
                + " ORDER BY position")
        .bind("id", policyId)
        .map((row, context) -> rule(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private static Rule rule(String kind, String parameter, String effect) {
    Effect then = Effect.valueOf(effect);
    return switch (kind) {
      case "WINDOW_AFTER_PLACEMENT" ->
          new Rule.WindowAfterPlacement(Duration.parse(parameter), then);
      case "FROM_STAGE" -> new Rule.FromStage(FulfilmentStage.valueOf(parameter), then);
      case "WHILE_PAYMENT" -> new Rule.WhilePayment(TenderState.valueOf(parameter), then);
      default -> throw new IllegalStateException("Unknown kind of rule: " + kind);
    };
  }
}
