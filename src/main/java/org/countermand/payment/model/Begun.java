package org.countermand.payment.model;

import org.countermand.kernel.ReasonCode;

/** How a part goes on once the gateway has said what state the payment is in. */
public sealed interface Begun {

  /** The gateway is to be called. */
  record Call(GatewayCall call) implements Begun {}

  /** The gateway has it already, under the part's own mark. */
  record There(GatewayAnswer answer) implements Begun {}

  /** Nothing needs to be called: the ceiling is written down, or there is nothing left to void. */
  record Done(PartState state) implements Begun {}

  /**
   * The payment is taken in part: what is not taken goes back in one way and the rest in another.
   * The part is now about the first and is to be begun again.
   *
   * @param rest a new part for the second
   */
  record Divided(RefundPart rest) implements Begun {}

  /** Not now. */
  record NotNow(ReasonCode why) implements Begun {}
}
