package org.countermand.portal.customer;

import java.util.Comparator;
import java.util.Optional;
import org.countermand.cancellation.model.Dossier;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.model.QuotedTender;
import org.jspecify.annotations.Nullable;

/**
 * What comes back on one tender, and how far it is.
 *
 * @param expected by when it usually arrives; empty once it has arrived, or will not
 * @param reference the number that a bank can look for, or else the gateway's own, in a sentence;
 *     empty before either is known
 * @param other the other way that was chosen, or null
 */
public record PartRow(
    String way,
    String amount,
    String state,
    String tone,
    String expected,
    String reference,
    @Nullable OtherRow other) {

  /**
   * The other way of a part.
   *
   * @param expected by when it usually arrives; empty once it has, or will not
   * @param number of the store credit, or empty
   * @param why why it did not go that way, or empty
   */
  public record OtherRow(
      String way, String state, String tone, String expected, String number, String why) {

    static OtherRow of(Payout payout, Sentences sentences) {
      String method = "payout." + payout.method();
      return new OtherRow(
          payout.tail().isEmpty()
              ? sentences.say(method)
              : sentences.say(method + ".to", "tail", payout.tail()),
          sentences.say("payoutState." + payout.state()),
          Tones.of(payout.state()),
          isUnderWay(payout.state())
              ? sentences.say("page.status.expectedBy", "date", sentences.day(payout.expectedBy()))
              : "",
          payout.method() == PayoutMethod.STORE_CREDIT ? payout.reference() : "",
          payout.why().map(sentences::say).orElse(""));
    }

    private static boolean isUnderWay(PayoutState state) {
      return switch (state) {
        case CHOSEN, APPROVED, SUBMITTED -> true;
        case PAID, GRANTED, REJECTED, FAILED, RETURNED -> false;
      };
    }
  }

  static PartRow of(RefundPart part, Dossier dossier, Sentences sentences) {
    return new PartRow(
        sentences.say(
            "page.quotation.way." + part.kind(), "tender", PartWords.tender(part, dossier)),
        sentences.money(part.amount()),
        PartWords.state(part, sentences),
        tone(part.state()),
        isUnderWay(part) ? expected(part, dossier, sentences) : "",
        reference(part, sentences),
        dossier.payoutOf(part).map(payout -> OtherRow.of(payout, sentences)).orElse(null));
  }

  private static String reference(RefundPart part, Sentences sentences) {
    if (part.kind() == PartKind.CREDIT) {
      // The number is of our own ledger: no bank knows it.
      return "";
    }
    String network = part.trace().networkReference();
    if (!network.isEmpty()) {
      return sentences.say("page.status.bankReference", "reference", network);
    }
    return part.reference().isEmpty()
        ? ""
        : sentences.say("page.status.ourReference", "reference", part.reference());
  }

  private static String expected(RefundPart part, Dossier dossier, Sentences sentences) {
    String key =
        part.kind() == PartKind.LAPSING ? "page.status.lapsesBy" : "page.status.expectedBy";
    return promised(part, dossier)
        .map(tender -> sentences.day(tender.expectedBy()))
        .map(day -> sentences.say(key, "date", day))
        .orElse("");
  }

  /** The same way of the same tender, or what was promised of it where the way has changed. */
  private static Optional<QuotedTender> promised(RefundPart part, Dossier dossier) {
    return dossier.quotation().stream()
        .flatMap(quotation -> quotation.tenders().stream())
        .filter(tender -> tender.tenderId().equals(part.tenderId()))
        .min(Comparator.comparing(tender -> tender.kind() != part.kind()));
  }

  private static boolean isUnderWay(RefundPart part) {
    if (part.kind() == PartKind.CREDIT || part.kind() == PartKind.LAPSED) {
      return false;
    }
    return switch (part.state()) {
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
