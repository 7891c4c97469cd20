package org.countermand.payment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.payment.model.Credit;
import org.countermand.payment.model.CreditAccount;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.CreditEntry.Kind;
import org.countermand.payment.model.CreditKind;
import org.countermand.payment.model.Spending;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger on a real PostgreSQL, with the rights that the application has. */
class CreditRepositoryTest {

  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

  private static Database database;
  private static Jdbi jdbi;
  private static CreditRepository credits;

  @BeforeAll
  static void start() {
    database = Database.temporary().migrated();
    jdbi = Jdbi.create(() -> database.connect(Role.APP));
    credits = new CreditRepository(jdbi);
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @Test
  void a_card_that_is_opened_twice_is_one() {
    CreditAccount card = card();
    assertThat(credits.open(card)).isEqualTo(card);
    assertThat(credits.open(again(card))).isEqualTo(card);
    assertThat(credits.find("hazel", card.reference())).isEmpty();
  }

  @Test
  void what_is_booked_twice_stands_once_even_if_it_is_said_of_another_card() {
    CreditAccount card = credits.open(card());
    CreditAccount other = credits.open(card());
    assertThat(credits.post(entry(card, Kind.RESTORED, "part-1", 500))).isTrue();
    assertThat(credits.post(entry(card, Kind.RESTORED, "part-1", 500))).isFalse();
    assertThat(credits.post(entry(other, Kind.RESTORED, "part-1", 500))).isFalse();
    assertThat(credits.post(entry(card, Kind.OPENED, "part-1", 100))).isTrue();
    assertThat(balance(card)).isEqualTo(eur(600));
    assertThat(balance(other)).isEqualTo(eur(0));
  }

  @Test
  void two_shops_may_tell_of_spendings_under_the_same_id() {
    CreditAccount card = filled(1000);
    CreditAccount other = filled(1000);
    assertThat(credits.post(entry(card, Kind.SPENT, "order-1", 300))).isTrue();
    assertThat(credits.post(entry(other, Kind.SPENT, "order-1", 300))).isTrue();
  }

  @Test
  void of_many_who_spend_at_once_only_so_many_may_as_there_is_money_for() throws Exception {
    CreditAccount card = filled(1000);
    List<Callable<Boolean>> buyers =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(n -> () -> spend(card, "o-" + n))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int paid = 0;
    for (Future<Boolean> told : threads.invokeAll(buyers)) {
      paid += told.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(paid).isEqualTo(3);
    assertThat(balance(card)).isEqualTo(eur(100));
  }

  @Test
  void the_database_refuses_what_would_overdraw_a_card_whoever_looked_or_not() {
    CreditAccount card = filled(1000);
    assertThatThrownBy(() -> credits.post(entry(card, Kind.TAKEN_BACK, "c-1", 1001)))
        .hasMessageContaining("overdrawn");
    assertThat(credits.post(entry(card, Kind.TAKEN_BACK, "c-2", 1000))).isTrue();
    assertThat(balance(card)).isEqualTo(eur(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE credit_entry SET amount = 1",
        "DELETE FROM credit_entry",
        "TRUNCATE credit_entry",
        "UPDATE credit_account SET currency = 'USD'",
        "DELETE FROM credit_account"
      })
  void the_application_cannot_change_what_is_booked(String statement) {
    filled(100);
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  /** As the door does it: looks under the lock, books, commits. */
  private static boolean spend(CreditAccount card, String id) {
    return jdbi.inTransaction(
        handle -> {
          CreditRepository mine = new CreditRepository(Jdbi.create(handle.getConnection()));
          Credit credit = mine.lock(card.shop(), card.reference()).orElseThrow();
          return credit.spend(new Spending(card.reference(), id, eur(300)), "partner", AT)
                  instanceof Decision.Accepted<CreditEntry> yes
              && mine.post(yes.value());
        });
  }

  private static CreditAccount filled(long minor) {
    CreditAccount card = credits.open(card());
    credits.post(entry(card, Kind.OPENED, Ids.next().toString(), minor));
    return card;
  }

  private static CreditAccount card() {
    return new CreditAccount(
        Ids.next(),
        "linden",
        CreditKind.GIFT_CARD,
        "card-" + Ids.next(),
        Currency.getInstance("EUR"));
  }

  private static CreditAccount again(CreditAccount card) {
    return new CreditAccount(
        Ids.next(), card.shop(), card.kind(), card.reference(), card.currency());
  }

  private static CreditEntry entry(CreditAccount card, Kind kind, String subject, long value) {
    return CreditEntry.of(card, kind, subject, eur(value), "test", AT);
  }

  private static Money balance(CreditAccount card) {
    return credits.find(card.shop(), card.reference()).orElseThrow().balance();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
