package org.countermand.portal.customer;

import java.util.Optional;
import org.countermand.cancellation.model.Dossier;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.model.QuotedTender;

/**
 * What comes back on one tender, and how far it is.
 *
 * @param expected by when it usually arrives; empty once it has arrived, or will not
 * @param reference the number that a bank can look for, or else the gateway's own, in a sentence;
 *     empty before either is known
 */
public record PartRow(
    String way, String amount, String state, String tone, String expected, String reference) {

  static PartRow of(RefundPart part, Dossier dossier, Sentences sentences) {
    return new PartRow(
        sentences.say(
            "page.quotation.way." + part.kind(), "tender", PartWords.tender(part, dossier)),
        sentences.money(part.amount()),
        PartWords.state(part, sentences),
        tone(part.state()),
        isUnderWay(part.state()) ? expected(part, dossier, sentences) : "",
        reference(part, sentences));
  }

  private static String reference(RefundPart part, Sentences sentences) {
    String network = part.trace().networkReference();
    if (!network.isEmpty()) {
      return sentences.say("page.status.bankReference", "reference", network);
    }
    return part.reference().isEmpty()
        ? ""
        : sentences.say("page.status.ourReference", "reference", part.reference());
  }

  private static String expected(RefundPart part, Dossier dossier, Sentences sentences) {
    Optional<QuotedTender> promised =
        dossier.quotation().stream()
            .flatMap(quotation -> quotation.tenders().stream())
            .filter(tender -> tender.tenderId().equals(part.tenderId()))
            .findFirst();
    return promised
        .map(tender -> sentences.day(tender.expectedBy()))
        .map(day -> sentences.say("page.status.expectedBy", "date", day))
        .orElse("");
  }

  private static boolean isUnderWay(PartState state) {
    return switch (state) {
      case REQUESTED, SUBMITTED, PENDING, SUCCEEDED -> true;
      case REQUIRES_ACTION, FAILED, REVERSED -> false;
    };
  }

  private static String tone(PartState state) {
    return switch (state) {
      case SUCCEEDED -> "is-good";
      case REQUESTED, SUBMITTED, PENDING -> "is-info";
      case REQUIRES_ACTION, FAILED, REVERSED -> "is-problem";
    };
  }
}
