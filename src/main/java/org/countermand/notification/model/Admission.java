package org.countermand.notification.model;

import java.util.UUID;

/** What a letter carries that lets its reader in. */
public interface Admission {

  /** The six digits that answer a challenge. */
  String code(UUID challengeId);

  /** The address of the page on which the digits are typed; opening it does nothing else. */
  String codePage(UUID challengeId);

  /** The signed address that opens an order. */
  String orderPage(UUID orderId, String shop);

  /** The signed address that opens an order at one of its cancellations. */
  String cancellationPage(UUID orderId, String shop, UUID cancellationId);
}
