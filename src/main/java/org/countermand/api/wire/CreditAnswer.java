package org.countermand.api.wire;

import java.time.Instant;
import java.util.List;
import org.countermand.payment.model.Credit;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.CreditKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gift card or store credit, and everything that was booked on it. */
@Schema(name = "Credit")
public record CreditAnswer(
    @Schema(description = "The shop's token of it") String reference,
    CreditKind kind,
    @Schema(description = "The sum of all entries, never negative") Amount balance,
    @Schema(description = "Oldest first") List<Entry> entries) {

  /** One booking. */
  @Schema(name = "CreditEntry")
  public record Entry(
      CreditEntry.Kind kind,
      @Schema(
              description =
                  "What it is about: the line of a card that was sold, the part of a cancellation"
                      + " that went back onto it, the shop's own id of what was spent")
          String subject,
      @Schema(description = "Negative for what goes off") Amount amount,
      Instant at) {

    static Entry of(CreditEntry entry) {
      return new Entry(entry.kind(), entry.subject(), Amount.of(entry.amount()), entry.at());
    }
  }

  public static CreditAnswer of(Credit credit) {
    return new CreditAnswer(
        credit.account().reference(),
        credit.account().kind(),
        Amount.of(credit.balance()),
        credit.entries().stream().map(Entry::of).toList());
  }
}
