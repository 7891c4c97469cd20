package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countermand.cancellation.model.Filter;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.store.SearchRepository;
import org.countermand.kernel.Cursor;
import org.countermand.kernel.Money;
import org.countermand.kernel.Period;
import org.countermand.kernel.SearchText;
import org.countermand.kernel.Slice;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.OrderFilter;
import org.countermand.order.model.OrderRow;
import org.countermand.order.model.OrderSearch;
import org.countermand.order.model.ShopChannel;
import org.countermand.order.store.OrderListRepository;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.ManyOrders;
import org.countermand.sandbox.database.Role;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The lists of the office on many orders: what they find, and along which indexes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeListsIT {

  private static final Set<String> LARGE =
      Set.of("shop_order", "buyer", "cancellation", "work_item");
  private static final String EVERY_SHOP = "*";
  private static final int PAGE = 25;

  private static final List<String> TEXTS =
      List.of(
          "example",
          "Quennell",
          "n-17",
          "N-1234",
          "buyer1234@example.org",
          "bu",
          "xq",
          "Ιω",
          "7",
          "C-0000042",
          "nowhere to be found");

  private Database database;
  private Plans plans;
  private OrderListRepository orders;
  private SearchRepository cancellations;

  @BeforeAll
  void fill() throws Exception {
    database = Database.temporary();
    migrate("latest");
    try (Connection owner = database.connect(Role.OWNER)) {
      ManyOrders.write(owner, orders(), orders() * 3 / 10);
    }
    plans = new Plans(() -> database.connect(Role.APP));
    Jdbi jdbi = Jdbi.create(plans);
    orders = with(jdbi, new OrderListRepository());
    cancellations = with(jdbi, new SearchRepository());
  }

  /** How many; the planner has to choose the indexes for fewer than they are made for, too. */
  int orders() {
    return 20_000;
  }

  @AfterAll
  void end() {
    database.close();
  }

  @Test
  void every_page_of_orders_is_found_along_an_index() {
    Round round = new Round();
    withTexts(OfficeListsIT::orderFilters, OfficeListsIT::withText)
        .forEach(
            filter -> {
              for (OrderSearch.Sort sort : OrderSearch.Sort.values()) {
                Optional<Cursor> from = round.place(sort == OrderSearch.Sort.TOTAL);
                orders.page(
                    round.shop(), new OrderSearch(filter, sort, round.ascending(), from, PAGE));
              }
            });
    orders.numbered(EVERY_SHOP, "n-1234");
    orders.numbered("tiny", "N-1000");
    assertThat(orders.sources(EVERY_SHOP))
        .extracting(ShopChannel::name)
        .containsExactly(
            "linden/market",
            "linden/web",
            "retail/market",
            "retail/web",
            "tiny/market",
            "tiny/web");
    assertThat(orders.sources("tiny")).hasSize(2);

    allAlongIndexes(plans.take());
  }

  @Test
  void every_page_of_cancellations_is_found_along_an_index() {
    Round round = new Round();
    withTexts(OfficeListsIT::cancellationFilters, OfficeListsIT::withText)
        .forEach(
            filter -> {
              for (Search.Sort sort : Search.Sort.values()) {
                Optional<Cursor> from = round.place(sort == Search.Sort.AMOUNT);
                cancellations.page(
                    round.shop(), new Search(filter, sort, round.ascending(), from, PAGE));
              }
            });

    allAlongIndexes(plans.take());
  }

  @Test
  void a_query_without_an_index_would_be_noticed() {
    Jdbi jdbi = Jdbi.create(plans);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM shop_order WHERE invoice_number = :number")
                .bind("number", "I-7")
                .mapTo(UUID.class)
                .one());
    jdbi.useHandle(
        handle -> handle.createQuery("SELECT count(*) FROM cancellation").mapTo(Long.class).one());

    List<Plans.Plan> planted = plans.take();

    assertThat(planted).hasSize(2);
    assertThat(planted)
        .allSatisfy(
            plan ->
                assertThatThrownBy(() -> allAlongIndexes(List.of(plan)))
                    .isInstanceOf(AssertionError.class));
  }

  @Test
  void pages_follow_one_another_to_the_end_without_gap_or_repeat() {
    OrderFilter market =
        new OrderFilter(
            Optional.of(new ShopChannel("linden", "market")),
            Optional.empty(),
            new Period(Optional.empty(), Optional.of(Instant.parse("2024-01-20T00:00:00Z"))),
            Optional.empty());
    for (OrderSearch.Sort sort : OrderSearch.Sort.values()) {
      for (boolean ascending : List.of(true, false)) {
        List<OrderRow> there = new ArrayList<>();
        List<List<OrderRow>> pages = new ArrayList<>();
        Slice<OrderRow> page =
            orders.page("*", new OrderSearch(market, sort, ascending, Optional.empty(), PAGE));
        while (true) {
          there.addAll(page.rows());
          pages.add(page.rows());
          if (page.next().isEmpty()) {
            break;
          }
          page = orders.page("*", new OrderSearch(market, sort, ascending, page.next(), PAGE));
        }
        assertThat(
                ids(
                    "SELECT id FROM shop_order WHERE shop = 'linden' AND channel = 'market'"
                        + " AND placed_at < '2024-01-20T00:00:00Z' ORDER BY "
                        + (sort == OrderSearch.Sort.PLACED ? "placed_at" : "currency, total")
                            .replace(",", ascending ? "," : " DESC,")
                        + (ascending ? ", id" : " DESC, id DESC")))
            .as(sort + " " + ascending)
            .hasSizeGreaterThan(2 * PAGE)
            .isEqualTo(there.stream().map(OrderRow::id).toList());
        for (int i = pages.size() - 2; i >= 0; i--) {
          page = orders.page("*", new OrderSearch(market, sort, ascending, page.previous(), PAGE));
          assertThat(page.rows()).isEqualTo(pages.get(i));
        }
        assertThat(page.previous()).isEmpty();
      }
    }
  }

  @Test
  void a_text_finds_what_contains_it_however_often_it_is_there() {
    for (String text : TEXTS) {
      SearchText wanted = SearchText.of(text).get();
      String fits =
          "(lower(channel_number) LIKE lower(:p) OR lower(name) LIKE lower(:p)"
              + " OR lower(email) LIKE lower(:p))";
      assertThat(
              orders.page("*", OrderSearch.first(OrderFilter.of(wanted), PAGE)).rows().stream()
                  .map(OrderRow::id))
          .as(text)
          .isEqualTo(
              ids(
                  "SELECT o.id FROM shop_order o JOIN buyer b ON b.order_id = o.id WHERE "
                      + fits
                      + " ORDER BY placed_at DESC, o.id DESC LIMIT 25",
                  wanted.pattern()));
      Filter filter =
          new Filter(Optional.empty(), false, Optional.empty(), Period.ALWAYS, Optional.of(wanted));
      assertThat(
              cancellations
                  .page("*", new Search(filter, Search.Sort.AMOUNT, true, Optional.empty(), PAGE))
                  .rows()
                  .stream()
                  .map(Row::id))
          .as(text)
          .isEqualTo(
              ids(
                  "SELECT c.id FROM cancellation c JOIN shop_order o ON o.id = c.order_id"
                      + " JOIN buyer b ON b.order_id = o.id WHERE "
                      + fits
                      + " OR 'C-' || lpad(number::text, 7, '0') = upper('"
                      + text
                      + "')"
                      + " OR number::text = '"
                      + text
                      + "'"
                      + " ORDER BY c.currency, amount, c.id LIMIT 25",
                  wanted.pattern()));
    }
  }

  @Test
  void a_page_shows_what_its_filter_asks_for() {
    Filter filter =
        new Filter(
            Optional.of(State.REFUSED),
            true,
            Optional.of(ShopChannel.allOf("linden")),
            Period.ALWAYS,
            Optional.empty());

    List<Row> rows =
        cancellations
            .page("*", new Search(filter, Search.Sort.UPDATED, false, Optional.empty(), 200))
            .rows();

    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.state()).isEqualTo(State.REFUSED);
              assertThat(row.source().shop()).isEqualTo("linden");
              assertThat(row.openWorkItems()).isEqualTo(1);
            });
    assertThat(rows).extracting(Row::updatedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(
            cancellations
                .page("retail", new Search(filter, Search.Sort.UPDATED, false, Optional.empty(), 9))
                .rows())
        .as("another shop's agent")
        .isEmpty();
  }

  private void allAlongIndexes(List<Plans.Plan> taken) {
    assertThat(taken).isNotEmpty();
    Set<String> wrong = new TreeSet<>();
    for (Plans.Plan plan : taken) {
      plan.readWhole().stream()
          .filter(LARGE::contains)
          .forEach(table -> wrong.add(table + " is read whole by " + plan.sql()));
      if (plan.readsAnything() && plan.indexes().isEmpty()) {
        wrong.add("no index serves " + plan.sql());
      }
    }
    assertThat(wrong).isEmpty();
    System.out.printf(
        "office lists: %d queries on %d orders, all along indexes: %s%n",
        taken.size(),
        orders(),
        new TreeSet<>(taken.stream().flatMap(plan -> plan.indexes().stream()).toList()));
  }

  private static Stream<OrderFilter> orderFilters() {
    return Stream.concat(
        Stream.of(
            OrderFilter.NONE,
            orders(ShopChannel.allOf("retail"), Optional.empty(), Period.ALWAYS),
            orders(new ShopChannel("linden", "market"), Optional.empty(), Period.ALWAYS),
            orders(new ShopChannel("tiny", "web"), Optional.empty(), Period.ALWAYS),
            orders(new ShopChannel("nobody", "web"), Optional.empty(), Period.ALWAYS),
            orders(new ShopChannel("retail", "web"), Optional.of(FulfilmentStage.PICKING), MARCH),
            new OrderFilter(Optional.empty(), Optional.empty(), MARCH, Optional.empty())),
        Stream.of(FulfilmentStage.values())
            .map(
                stage ->
                    new OrderFilter(
                        Optional.empty(), Optional.of(stage), Period.ALWAYS, Optional.empty())));
  }

  private static final Period MARCH =
      new Period(
          Optional.of(Instant.parse("2024-03-01T00:00:00Z")),
          Optional.of(Instant.parse("2024-03-03T00:00:00Z")));

  private static OrderFilter orders(
      ShopChannel source, Optional<FulfilmentStage> stage, Period placed) {
    return new OrderFilter(Optional.of(source), stage, placed, Optional.empty());
  }

  private static OrderFilter withText(OrderFilter filter, SearchText text) {
    return new OrderFilter(filter.source(), filter.stage(), filter.placed(), Optional.of(text));
  }

  private static Stream<Filter> cancellationFilters() {
    Filter none =
        new Filter(Optional.empty(), false, Optional.empty(), Period.ALWAYS, Optional.empty());
    return Stream.concat(
        Stream.of(
            none,
            new Filter(Optional.empty(), true, Optional.empty(), Period.ALWAYS, Optional.empty()),
            new Filter(Optional.empty(), false, Optional.empty(), MARCH, Optional.empty()),
            new Filter(
                Optional.of(State.REFUSED),
                true,
                Optional.of(ShopChannel.allOf("linden")),
                MARCH,
                Optional.empty()),
            new Filter(
                Optional.empty(),
                false,
                Optional.of(new ShopChannel("retail", "market")),
                Period.ALWAYS,
                Optional.empty())),
        Stream.of(State.values())
            .map(
                state ->
                    new Filter(
                        Optional.of(state),
                        false,
                        Optional.empty(),
                        Period.ALWAYS,
                        Optional.empty())));
  }

  private static Filter withText(Filter filter, SearchText text) {
    return new Filter(
        filter.state(),
        filter.needsPerson(),
        filter.source(),
        filter.received(),
        Optional.of(text));
  }

  /** Every filter alone and with every text. */
  private static <F> Stream<F> withTexts(
      java.util.function.Supplier<Stream<F>> filters,
      java.util.function.BiFunction<F, SearchText, F> with) {
    Function<String, Stream<F>> each =
        text -> filters.get().map(filter -> with.apply(filter, SearchText.of(text).get()));
    return Stream.concat(filters.get(), TEXTS.stream().flatMap(each));
  }

  /** Gives every query other company: by turns each shop, each direction and each kind of place. */
  private static final class Round {
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000fff");
    private int turn;

    String shop() {
      return List.of(EVERY_SHOP, "linden", EVERY_SHOP, "tiny", EVERY_SHOP).get(turn % 5);
    }

    boolean ascending() {
      return turn % 2 == 0;
    }

    /** The first page, one far down, or one that is gone back to. */
    Optional<Cursor> place(boolean amounts) {
      Cursor deep =
          amounts
              ? Cursor.at(Money.of(49_000, "EUR"), ID)
              : Cursor.at(Instant.parse("2024-02-10T00:00:00Z"), ID);
      return List.of(Optional.<Cursor>empty(), Optional.of(deep), Optional.of(deep.turned()))
          .get(++turn / 2 % 3);
    }
  }

  private List<UUID> ids(String sql) {
    return Jdbi.create(() -> database.connect(Role.OWNER))
        .withHandle(handle -> handle.createQuery(sql).mapTo(UUID.class).list());
  }

  private List<UUID> ids(String sql, String pattern) {
    return Jdbi.create(() -> database.connect(Role.OWNER))
        .withHandle(handle -> handle.createQuery(sql).bind("p", pattern).mapTo(UUID.class).list());
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), Role.OWNER.user(), Role.OWNER.password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  /** A store as the container would make it. */
  private static <S> S with(Jdbi jdbi, S store) throws ReflectiveOperationException {
    Field field = store.getClass().getDeclaredField("jdbi");
    field.setAccessible(true);
    field.set(store, jdbi);
    return store;
  }
}
