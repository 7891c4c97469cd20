package org.countermand.portal.customer;

import org.countermand.cancellation.model.Dossier;
import org.countermand.order.model.Tender;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.RefundPart;

/** How people speak of money on its way back. */
final class PartWords {

  private PartWords() {}

  /** What the buyer knows the tender by. */
  static String tender(RefundPart part, Dossier dossier) {
    return dossier.order().tenders().stream()
        .filter(tender -> tender.id().equals(part.tenderId()))
        .map(Tender::label)
        .findFirst()
        .orElse("");
  }

  /** How it stands; nothing is paid out where nothing was taken. */
  static String state(RefundPart part, Sentences sentences) {
    boolean lifted = part.state() == PartState.SUCCEEDED && part.kind() != PartKind.REFUND;
    return sentences.say(lifted ? "part." + part.kind() : "partState." + part.state());
  }
}
