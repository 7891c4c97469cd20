package org.countermand.payment.model;

/**
 * What a gateway can do, as far as plans depend on it.
 *
 * @param voids gives whole authorizations back
 * @param refunds pays captured money back
 * @param finds can be asked whether the work of a call was done
 * @param lists tells all refunds of a day
 */
public record Capabilities(boolean voids, boolean refunds, boolean finds, boolean lists) {

  /** What its adapter implements. */
  public static Capabilities of(Gateway gateway) {
    return new Capabilities(
        gateway instanceof Voids,
        gateway instanceof Refunds,
        gateway instanceof RefundLookup,
        gateway instanceof ListsRefunds);
  }

  /** A gateway that can do everything. */
  public static Capabilities all() {
    return new Capabilities(true, true, true, true);
  }

  /** A gateway that nobody speaks to. */
  public static Capabilities none() {
    return new Capabilities(false, false, false, false);
  }
}
