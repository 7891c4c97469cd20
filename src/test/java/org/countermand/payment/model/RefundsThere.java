package org.countermand.payment.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Refunds at a gateway and parts in the books, for tests. */
public final class RefundsThere {

  public static final Instant MADE = Instant.parse("2026-11-24T23:59:59Z");

  private RefundsThere() {}

  public static GatewayRefund refund(
      String reference, @Nullable UUID part, long minor, PartState state) {
    return new GatewayRefund(
        reference,
        "pi",
        Money.of(minor, "EUR"),
        state,
        Optional.ofNullable(part),
        RefundTrace.NONE,
        MADE);
  }

  /** The refund of a part, which may give another amount. */
  public static GatewayRefund of(Drawn drawn, long minor) {
    return refund("re_1", drawn.part().id(), minor, PartState.SUCCEEDED);
  }

  public static Drawn drawn(String reference, long minor, PartState state, boolean reserved) {
    return new Drawn(
        new RefundPart(
            Ids.next(),
            Ids.next(),
            Ids.next(),
            Ids.next(),
            PartKind.REFUND,
            state,
            Money.of(minor, "EUR"),
            reference,
            MADE,
            null,
            RefundTrace.NONE),
        reserved);
  }
}
