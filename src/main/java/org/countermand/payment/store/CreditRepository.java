package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.payment.model.Credit;
import org.countermand.payment.model.CreditAccount;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.CreditKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the ledger of gift cards and store credit: accounts that are opened, entries on them. */
@ApplicationScoped
public class CreditRepository {

  private static final String BY_REFERENCE =
      "SELECT * FROM credit_account WHERE shop = :shop AND reference = :reference";

  @Inject private Jdbi jdbi;

  /** Made by the container. */
  public CreditRepository() {}

  CreditRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Opens an account, or gives the one that its shop has under this reference. */
  public CreditAccount open(CreditAccount account) {
    return jdbi.withHandle(
        handle -> {
          handle.execute(
              "INSERT INTO credit_account (id, shop, kind, reference, currency)"
                  + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (shop, reference) DO NOTHING",
              account.id(),
              account.shop(),
              account.kind().name(),
              account.reference(),
              account.currency().getCurrencyCode());
          return account(handle, account.shop(), account.reference(), "").orElseThrow();
        });
  }

  /** The account under a shop's reference. */
  public Optional<CreditAccount> account(String shop, String reference) {
    return jdbi.withHandle(handle -> account(handle, shop, reference, ""));
  }

  /** The account of the card or credit that a tender is. */
  public Optional<CreditAccount> ofTender(UUID tenderId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT c.* FROM tender t JOIN shop_order o ON o.id = t.order_id"
                        + " JOIN credit_account c ON c.shop = o.shop AND c.reference = t.reference"
                        + " WHERE t.id = :tender")
                .bind("tender", tenderId)
                .map((row, context) -> account(row))
                .findOne());
  }

  /** The account with all that is booked on it. */
  public Optional<Credit> find(String shop, String reference) {
    return jdbi.withHandle(
        handle -> account(handle, shop, reference, "").map(account -> entries(handle, account)));
  }

  /** As {@link #find}, with the account locked until the transaction ends. */
  public Optional<Credit> lock(String shop, String reference) {
    return jdbi.withHandle(
        handle ->
            account(handle, shop, reference, " FOR UPDATE")
                .map(account -> entries(handle, account)));
  }

  /**
   * Books an entry; false if one of its kind and subject is there. Who takes something off holds
   * the account's lock and has looked at its balance; the database refuses what would overdraw it.
   */
  public boolean post(CreditEntry entry) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    "INSERT INTO credit_entry VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    entry.id(),
                    entry.accountId(),
                    entry.kind().name(),
                    entry.subject(),
                    entry.amount().minor(),
                    entry.actorId(),
                    entry.at())
                == 1);
  }

  private static Optional<CreditAccount> account(
      Handle handle, String shop, String reference, String lock) {
    return handle
        .createQuery(BY_REFERENCE + lock)
        .bind("shop", shop)
        .bind("reference", reference)
        .map((row, context) -> account(row))
        .findOne();
  }

  private static Credit entries(Handle handle, CreditAccount account) {
    List<CreditEntry> entries =
        handle
            .createQuery("SELECT * FROM credit_entry WHERE account_id = :id ORDER BY id")
            .bind("id", account.id())
            .map((row, context) -> entry(row, account.currency()))
            .list();
    return new Credit(account, entries);
  }

  private static CreditAccount account(ResultSet row) throws SQLException {
    return new CreditAccount(
        row.getObject("id", UUID.class),
        row.getString("shop"),
        CreditKind.valueOf(row.getString("kind")),
        row.getString("reference"),
        Currency.getInstance(row.getString("currency")));
  }

  private static CreditEntry entry(ResultSet row, Currency currency) throws SQLException {
    return new CreditEntry(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        CreditEntry.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        new Money(row.getLong("amount"), currency),
        row.getString("actor_id"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
