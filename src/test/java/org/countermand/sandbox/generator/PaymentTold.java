package org.countermand.sandbox.generator;

import java.util.List;

/**
 * A payment as the payment server shall know it.
 *
 * @param amount minor units
 * @param currency in upper case
 * @param captured whether the money was taken
 * @param voided whether the authorization was given up
 * @param created second of its making
 */
public record PaymentTold(
    String id,
    long amount,
    String currency,
    boolean captured,
    boolean voided,
    long created,
    List<RefundTold> refunds) {
  public PaymentTold {
    refunds = List.copyOf(refunds);
  }

  /**
   * A refund of it.
   *
   * @param part our part, which stands in its metadata
   */
  public record RefundTold(String id, long amount, boolean failed, String part, long created) {}
}
