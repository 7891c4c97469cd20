package org.countermand.cancellation.model;

import java.util.UUID;

/** On what ground money may move. */
public sealed interface Basis {

  /** The word for it in tables and on the API. */
  default String kind() {
    return getClass().getSimpleName();
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
