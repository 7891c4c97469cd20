package org.countermand.sandbox.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * One line of a hold.
 *
 * @param requested how many units were asked for
 * @param held how many are set aside; 0 while the answer is pending
 * @param reason why not all are
 */
record HoldLine(String line, String sku, long requested, long held, @Nullable String reason) {

  HoldLine answer(Answer answer) {
    return switch (answer) {
      case ACK -> new HoldLine(line, sku, requested, requested, null);
      case PARTIAL -> new HoldLine(line, sku, requested, requested / 2, "partly_packed");
      case NACK -> new HoldLine(line, sku, requested, 0, "already_packed");
    };
  }
}
