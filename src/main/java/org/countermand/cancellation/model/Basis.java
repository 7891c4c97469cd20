package org.countermand.cancellation.model;

import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;

/** On what ground money may move. */
public sealed interface Basis {

  /** The word for it in tables and on the API. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /** The words or ids in which it was given, stored with the cancellation. */
  default String text() {
    if (this instanceof Consent consent) {
      return "quotation " + consent.quotationId() + " " + consent.digest();
    }
    if (this instanceof Declaration declaration) {
      return declaration.text();
    }
    return this instanceof MerchantDecision decision
        ? decision.reason()
        : ((ChannelInstruction) this).reference();
  }

  /** Whether this kind of actor can give this kind of ground. */
  default boolean mayBeGivenBy(Actor actor) {
    if (this instanceof Declaration) {
      return actor instanceof Actor.Customer || actor instanceof Actor.Partner;
    }
    if (this instanceof MerchantDecision) {
      return actor instanceof Actor.Agent && actor.permissions().contains(Action.DECIDE_REVIEW);
    }
    if (this instanceof ChannelInstruction) {
      return actor instanceof Actor.Partner || actor instanceof Actor.System;
    }
    return !(actor instanceof Actor.System);
  }

  /**
   * The buyer agreed to a quotation.
   *
   * @param digest SHA-256 of the quotation's text as he saw it
   * @param disclosureDigest SHA-256 of the text shown with it
   */
  record Consent(UUID quotationId, String digest, String disclosureDigest) implements Basis {}

  /** The buyer declared it, in these words. */
  record Declaration(String text) implements Basis {}

  /** The shop decided. */
  record MerchantDecision(String reason) implements Basis {}

  /** The channel says so. */
  record ChannelInstruction(String reference) implements Basis {}
}
