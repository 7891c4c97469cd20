package org.countermand.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * Who does it; travels with every command. Nobody is trusted for what he says of himself: ways in
 * make an actor only from what the container has authenticated.
 */
public sealed interface Actor {

  /** The shop of an actor who is bound to none. */
  String EVERY_SHOP = "*";

  /** Stable id without personal data, as it stands in the audit log. */
  String id();

  /** The shop whose orders this actor may touch, or {@link #EVERY_SHOP}. */
  String shop();

  /** What this actor may do at all; {@link Access} adds which orders. */
  Set<Action> permissions();

  /** The word for the kind of actor in logs and tables. */
  default String kind() {
    return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
  }

  /**
   * The buyer, who has shown that the order is his by a mailed code or a signed link.
   *
   * @param orderId the only order that he may see
   */
  record Customer(UUID orderId, String shop) implements Actor {
    @Override
    public String id() {
      return "order:" + orderId;
    }

    @Override
    public Set<Action> permissions() {
      return Action.OF_CUSTOMERS;
    }
  }

  /** Somebody of the shop's service, logged in by form. */
  record Agent(String id, String shop, Set<Action> permissions) implements Actor {}

  /** A program of the shop, known by its key. */
  record Partner(String id, String shop) implements Actor {
    @Override
    public Set<Action> permissions() {
      return Action.OF_PARTNERS;
    }
  }

  /** Countermand itself: a timer, a runner, a courier. */
  record System(String id) implements Actor {
    @Override
    public String shop() {
      return EVERY_SHOP;
    }

    @Override
    public Set<Action> permissions() {
      return Action.OF_THE_SYSTEM;
    }
  }
}
