package org.countermand.cancellation.model;

import java.util.List;
import java.util.Optional;
import org.countermand.order.model.Order;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.model.Quotation;

/** All that is known of one cancellation, for pages and the API. */
public record Dossier(
    Cancellation cancellation,
    Order order,
    Optional<Quotation> quotation,
    List<Step> steps,
    List<RefundPart> parts,
    List<WorkItem> workItems,
    List<JournalEntry> journal,
    Optional<String> creditNumber) {

  /** The status that people see, derived from the cancellation and its refund parts. */
  public PublicStatus status() {
    return PublicStatus.of(cancellation.state(), parts);
  }
}
