package org.countermand.cancellation.model;

import java.util.List;
import java.util.Optional;
import org.countermand.order.model.Order;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.model.Quotation;

/** All that is known of one cancellation, for pages and the API. */
public record Dossier(
    Cancellation cancellation,
    Order order,
    Optional<Quotation> quotation,
    List<Step> steps,
    List<RefundPart> parts,
    List<Payout> payouts,
    List<WorkItem> workItems,
    List<JournalEntry> journal,
    Optional<String> creditNumber) {

  /** The payout that stands for a part, or the last that was tried. */
  public Optional<Payout> payoutOf(RefundPart part) {
    List<Payout> tried =
        payouts.stream().filter(payout -> payout.partId().equals(part.id())).toList();
    return tried.stream()
        .filter(payout -> payout.state().live())
        .findFirst()
        .or(() -> tried.stream().reduce((earlier, later) -> later));
  }

  /**
   * The status that people see, derived from the cancellation, its refund parts and their other
   * ways.
   */
  public PublicStatus status() {
    return PublicStatus.of(cancellation.state(), parts, payouts);
  }
}
