package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.TenderState;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps the accounts of tenders, and the inbox of gateways' messages. */
@ApplicationScoped
public class AccountRepository {

  /** What confirmed cancellations promise on a tender and have not begun. */
  private static final String SELECT =
      "SELECT a.*, coalesce((SELECT sum(p.amount) FROM refund_part p"
          + " WHERE p.tender_id = a.tender_id AND NOT p.reserved"
          + " AND p.state IN ('REQUESTED', 'SUBMITTED')), 0)::bigint AS promised"
          + " FROM tender_account a WHERE ";

  @Inject private Jdbi jdbi;

  /** The accounts of an order; those of tenders that nothing was drawn on yet are as at intake. */
  public List<TenderAccount> ofOrder(Order order) {
    Map<UUID, TenderAccount> opened =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "a.order_id = :id")
                    .bind("id", order.id())
                    .map((row, context) -> account(row))
                    .stream()
                    .collect(Collectors.toMap(TenderAccount::tenderId, Function.identity())));
    return order.tenders().stream()
        .map(tender -> opened.getOrDefault(tender.id(), TenderAccount.opened(order.id(), tender)))
        .toList();
  }

  /** Opens the accounts of an order's tenders that have none. */
  public void open(Order order) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO tender_account (tender_id, order_id, gateway, reference, currency,"
                      + " state, authorized, captured, released, refunded, held)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?) ON CONFLICT DO NOTHING");
          order.tenders().stream()
              .map(tender -> TenderAccount.opened(order.id(), tender))
              .forEach(
                  account ->
                      batch.add(
                          account.tenderId(),
                          account.orderId(),
                          account.gateway(),
                          account.reference(),
                          account.authorized().currency().getCurrencyCode(),
                          account.state().name(),
                          account.authorized().minor(),
                          account.captured().minor(),
                          account.held().minor()));
          batch.execute();
        });
  }

  /** Opens the account of the tender that was paid by a payment, if there is one without. */
  public void open(String gateway, String reference) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO tender_account (tender_id, order_id, gateway, reference, currency,"
                    + " state, authorized, captured, released, refunded)"
                    + " SELECT t.id, t.order_id, t.gateway, t.reference, o.currency,"
                    + " CASE WHEN t.captured > 0 THEN 'CAPTURED' ELSE 'AUTHORIZED' END,"
                    + " t.authorized, t.captured, 0, 0"
                    + " FROM tender t JOIN shop_order o ON o.id = t.order_id"
                    + " WHERE t.reference = ? AND t.gateway = ? ON CONFLICT DO NOTHING",
                reference,
                gateway));
  }

  /** Those of some payments that a tender of ours was paid by. */
  public Set<String> tendersOf(String gateway, Collection<String> references) {
    return Set.copyOf(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT DISTINCT reference FROM tender WHERE gateway = :gateway"
                            + " AND reference <> '' AND reference = ANY(:references)")
                    .bind("gateway", gateway)
                    .bindArray("references", String.class, references)
                    .mapTo(String.class)
                    .list()));
  }

  public TenderAccount find(UUID tenderId) {
    return one("a.tender_id = :id", tenderId).orElseThrow();
  }

  /** Locks the account until the transaction ends. */
  public TenderAccount lock(UUID tenderId) {
    return one("a.tender_id = :id FOR UPDATE OF a", tenderId).orElseThrow();
  }

  /** Locks the account that a part is drawn on; what is read of the part after it is true. */
  public TenderAccount lockOf(UUID partId) {
    return one(
            "a.tender_id = (SELECT tender_id FROM refund_part WHERE id = :id) FOR UPDATE OF a",
            partId)
        .orElseThrow();
  }

  public Optional<TenderAccount> byReference(String reference) {
    return one("a.reference = :id LIMIT 1", reference);
  }

  public TenderAccount save(TenderAccount account) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE tender_account SET state = ?, captured = ?, released = ?, refunded = ?,"
                    + " held = ?, external = ? WHERE tender_id = ?",
                account.state().name(),
                account.captured().minor(),
                account.released().minor(),
                account.refunded().minor(),
                account.held().minor(),
                account.external().minor(),
                account.tenderId()));
    return account;
  }

  /** The authorization is gone. */
  public void release(UUID tenderId) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE tender_account SET state = ? WHERE tender_id = ?",
                TenderState.RELEASED.name(),
                tenderId));
  }

  public boolean note(GatewayNews news, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    "INSERT INTO gateway_news VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    news.gateway(),
                    news.id(),
                    news.type(),
                    Digest.sha256(news.raw()),
                    at)
                == 1);
  }

  private Optional<TenderAccount> one(String where, Object id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + where)
                .bind("id", id)
                .map((row, context) -> account(row))
                .findOne());
  }

  private static TenderAccount account(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new TenderAccount(
        row.getObject("tender_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("gateway"),
        row.getString("reference"),
        TenderState.valueOf(row.getString("state")),
        new Money(row.getLong("authorized"), currency),
        new Money(row.getLong("captured"), currency),
        new Money(row.getLong("released"), currency),
        new Money(row.getLong("refunded"), currency),
        new Money(row.getLong("held"), currency),
        new Money(row.getLong("external"), currency),
        new Money(row.getLong("promised"), currency));
  }
}
