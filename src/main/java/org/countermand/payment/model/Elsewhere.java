package org.countermand.payment.model;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Money;

/** Tells the refunds of a payment that are not ours from those that are. */
public final class Elsewhere {

  private Elsewhere() {}

  /**
   * What went, or goes, back beyond what the account is charged with: refunds by hand, those of a
   * part that is not charged or was paid before, and what a refund gave more than its part.
   *
   * @param books the parts that are drawn on the tender
   */
  public static Money sum(List<GatewayRefund> refunds, List<Drawn> books, Currency currency) {
    Money sum = Money.zero(currency);
    Set<UUID> covered = new HashSet<>();
    for (GatewayRefund refund : refunds) {
      if (refund.moves()) {
        Optional<Drawn> ours =
            books.stream()
                .filter(drawn -> drawn.is(refund) && !covered.contains(drawn.part().id()))
                .findFirst();
        ours.ifPresent(drawn -> covered.add(drawn.part().id()));
        sum = sum.plus(ours.map(drawn -> drawn.beyond(refund)).orElse(refund.amount()));
      }
    }
    return sum;
  }

  /** The refunds that no part of ours stands for. */
  public static List<GatewayRefund> of(List<GatewayRefund> refunds, List<Drawn> books) {
    List<GatewayRefund> others = new ArrayList<>();
    refunds.stream().filter(refund -> Drawn.of(refund, books).isEmpty()).forEach(others::add);
    return others;
  }
}
