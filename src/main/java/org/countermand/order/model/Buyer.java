package org.countermand.order.model;

import java.util.Locale;
import org.countermand.kernel.Jurisdiction;

/**
 * Who bought. The only personal data of an order stand here, so that they can be erased.
 *
 * @param residence whose consumer law applies (Rome I Art. 6)
 * @param locale the language of letters
 * @param segment the shop's own word for the group of customers, or empty
 * @param taxId the buyer's tax id, or empty
 */
public record Buyer(
    Kind kind,
    String name,
    String email,
    Jurisdiction residence,
    Locale locale,
    String segment,
    String taxId) {

  public enum Kind {
    CONSUMER,
    BUSINESS
  }
}
