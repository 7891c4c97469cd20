package org.countermand.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one place that decides who may do what; the first line of every door asks here. */
public final class Access {

  /** Of what belongs to a shop and to no order. */
  public static final UUID NO_ORDER = new UUID(0, 0);

  private Access() {}

  /**
   * What is acted upon.
   *
   * @param shop the shop it belongs to
   * @param orderId the order it belongs to
   */
  public record Subject(String shop, UUID orderId) {}

  /**
   * Whether the actor may do this to that.
   *
   * @return nothing if he may; else the one finding that says nothing about what exists
   */
  public static Optional<Finding> refusal(Actor actor, Action action, Subject subject) {
    boolean may =
        actor.permissions().contains(action)
            && (actor.shop().equals(Actor.EVERY_SHOP) || actor.shop().equals(subject.shop()))
            && (!(actor instanceof Actor.Customer customer)
                || customer.orderId().equals(subject.orderId()));
    return may ? Optional.empty() : Optional.of(Finding.of(ReasonCode.NOT_PERMITTED));
  }

  /** Whether the actor may do this at all, whatever to. */
  public static Optional<Finding> refusal(Actor actor, Action action) {
    return actor.permissions().contains(action)
        ? Optional.empty()
        : Optional.of(Finding.of(ReasonCode.NOT_PERMITTED));
  }

  /** As {@link #refusal(Actor, Action, Subject)}, shaped as the findings of a refusal. */
  public static List<Finding> findings(Actor actor, Action action, Subject subject) {
    return refusal(actor, action, subject).stream().toList();
  }
}
