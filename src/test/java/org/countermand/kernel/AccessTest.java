package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.countermand.kernel.Access.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action tried by every kind of actor on his own and on other people's orders. The table is
 * written out here and not read from the code, so that a right given by mistake shows.
 */
class AccessTest {

  private static final UUID OWN_ORDER = new UUID(7, 1);
  private static final UUID OTHER_ORDER = new UUID(7, 2);
  private static final String OWN_SHOP = "linden";
  private static final String OTHER_SHOP = "hazel";

  /** Columns: customer, partner, clerk, lead, finance, system. */
  private static final Map<Action, String> TABLE =
      Map.ofEntries(
          Map.entry(Action.PLACE_ORDER, "- x - - - x"),
          Map.entry(Action.FIND_ORDER_FOR_GUEST, "- - - - - x"),
          Map.entry(Action.VIEW_ORDER, "x x x x x x"),
          Map.entry(Action.LIST_ORDERS, "- - x x x x"),
          Map.entry(Action.QUOTE, "x x x x - x"),
          Map.entry(Action.REQUEST_CANCELLATION, "x x x x - x"),
          Map.entry(Action.VIEW_CANCELLATION, "x x x x x x"),
          Map.entry(Action.LIST_CANCELLATIONS, "- - x x x x"),
          Map.entry(Action.DECIDE_REVIEW, "- - - x - x"),
          Map.entry(Action.RESOLVE_WORK_ITEM, "- - - x - x"),
          Map.entry(Action.VIEW_AUDIT, "- - - x x x"),
          Map.entry(Action.IMPORT_ORDERS, "- x - x - x"),
          Map.entry(Action.VIEW_CREDIT, "- x - x - x"),
          Map.entry(Action.SPEND_CREDIT, "- x - - - x"),
          Map.entry(Action.CHOOSE_PAYOUT, "x - x x - x"),
          Map.entry(Action.LIST_PAYOUTS, "- - - x x x"),
          Map.entry(Action.DECIDE_PAYOUT, "- - - - x x"),
          Map.entry(Action.VIEW_MONEY, "- - - x x x"),
          Map.entry(Action.RECONCILE, "- - - x x x"),
          Map.entry(Action.RUN_PROCESS, "- - - - - x"));

  private static final List<Actor> ACTORS =
      List.of(
          new Actor.Customer(OWN_ORDER, OWN_SHOP),
          new Actor.Partner("partner-1", OWN_SHOP),
          new Actor.Agent("clerk-1", OWN_SHOP, Action.OF_CLERKS),
          new Actor.Agent("lead-1", OWN_SHOP, Action.OF_LEADS),
          new Actor.Agent("finance-1", OWN_SHOP, Action.OF_FINANCE),
          new Actor.System("timer"));

  static Stream<Arguments> everybody_and_everything() {
    return ACTORS.stream()
        .flatMap(
            actor ->
                EnumSet.allOf(Action.class).stream()
                    .map(action -> Arguments.of(actor, action, granted(actor, action))));
  }

  private static boolean granted(Actor actor, Action action) {
    return TABLE.get(action).split(" ", -1)[ACTORS.indexOf(actor)].equals("x");
  }

  @Test
  void the_table_knows_every_action() {
    assertThat(TABLE.keySet()).isEqualTo(EnumSet.allOf(Action.class));
  }

  @ParameterizedTest
  @MethodSource("everybody_and_everything")
  void own_order_of_own_shop_by_the_table(Actor actor, Action action, boolean granted) {
    assertThat(may(actor, action, OWN_SHOP, OWN_ORDER)).isEqualTo(granted);
  }

  @ParameterizedTest
  @MethodSource("everybody_and_everything")
  void another_order_of_own_shop_never_by_a_customer(Actor actor, Action action, boolean granted) {
    boolean expected = granted && !(actor instanceof Actor.Customer);
    assertThat(may(actor, action, OWN_SHOP, OTHER_ORDER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("everybody_and_everything")
  void an_order_of_another_shop_by_the_system_only(Actor actor, Action action, boolean granted) {
    boolean expected = granted && actor instanceof Actor.System;
    assertThat(may(actor, action, OTHER_SHOP, OTHER_ORDER)).isEqualTo(expected);
    assertThat(may(actor, action, OTHER_SHOP, OWN_ORDER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("everybody_and_everything")
  void whatever_to_by_the_table(Actor actor, Action action, boolean granted) {
    assertThat(Access.refusal(actor, action).isEmpty()).isEqualTo(granted);
  }

  @ParameterizedTest
  @MethodSource("everybody_and_everything")
  void an_agent_of_every_shop_is_bound_by_his_permissions_only(
      Actor actor, Action action, boolean granted) {
    Actor everywhere = new Actor.Agent("a", Actor.EVERY_SHOP, actor.permissions());
    assertThat(may(everywhere, action, OTHER_SHOP, OTHER_ORDER)).isEqualTo(granted);
  }

  @Test
  void a_shop_named_like_every_shop_opens_nothing_to_others() {
    Actor agent = new Actor.Agent("a", OWN_SHOP, Action.OF_LEADS);
    assertThat(may(agent, Action.VIEW_ORDER, Actor.EVERY_SHOP, OWN_ORDER)).isFalse();
  }

  @Test
  void a_refusal_says_nothing_about_what_exists() {
    Actor nobody = new Actor.Agent("a", OWN_SHOP, Set.of());
    Optional<Finding> refusal =
        Access.refusal(nobody, Action.VIEW_ORDER, new Subject(OWN_SHOP, OWN_ORDER));
    assertThat(refusal).contains(Finding.of(ReasonCode.NOT_PERMITTED));
    assertThat(Access.findings(nobody, Action.VIEW_ORDER, new Subject(OTHER_SHOP, OTHER_ORDER)))
        .containsExactly(Finding.of(ReasonCode.NOT_PERMITTED));
  }

  private static boolean may(Actor actor, Action action, String shop, UUID orderId) {
    return Access.refusal(actor, action, new Subject(shop, orderId)).isEmpty();
  }
}
