package org.countermand.payment.model;

import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Money;

/**
 * A part as our books have it.
 *
 * @param reserved whether the tender's account is charged with it
 */
public record Drawn(RefundPart part, boolean reserved) {

  /**
   * Whether a refund at the gateway is this part: by its own number, or by the part that it names.
   */
  public boolean is(GatewayRefund refund) {
    return part.reference().isEmpty()
        ? refund.partId().filter(part.id()::equals).isPresent()
        : part.reference().equals(refund.reference());
  }

  /** Whether it names this part, which may have been paid under another number. */
  public boolean isNamedBy(GatewayRefund refund) {
    return refund.partId().filter(part.id()::equals).isPresent();
  }

  /** The part that a refund is, or else the one that it names. */
  public static Optional<Drawn> of(GatewayRefund refund, List<Drawn> books) {
    return books.stream()
        .filter(drawn -> drawn.is(refund))
        .findFirst()
        .or(() -> books.stream().filter(drawn -> drawn.isNamedBy(refund)).findFirst());
  }

  /**
   * The refund that says more of this part than the books; of several that name it, one that lives.
   */
  public Optional<Compared.Pair> newest(List<GatewayRefund> refunds) {
    List<GatewayRefund> mine = refunds.stream().filter(this::is).toList();
    return mine.stream()
        .filter(GatewayRefund::moves)
        .findFirst()
        .or(() -> mine.stream().findFirst())
        .filter(refund -> part.state().mayBecome(refund.state()) || part.tells(refund.answer()))
        .map(refund -> new Compared.Pair(refund, part));
  }

  /** What of a refund is not covered by this part. */
  Money beyond(GatewayRefund refund) {
    return reserved ? refund.amount().minus(refund.amount().min(part.amount())) : refund.amount();
  }
}
