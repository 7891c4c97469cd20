package org.countermand.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countermand.api.problem.FindingBody;
import org.countermand.api.problem.Speech;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.PublicStatus;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.Step;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.StepState;
import org.countermand.consent.model.Disclosure;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.PendingReason;
import org.countermand.payment.model.RefundPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cancellation and how far it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancellationAnswer(
    UUID id,
    @Schema(description = "What people call it", example = "C-0000042") String number,
    UUID order,
    Kind kind,
    State state,
    @Schema(description = "What people are told, refunds included") PublicStatus status,
    @Schema(description = "On what ground", example = "consent") String basis,
    @Schema(description = "The quotation that it executes") @Nullable UUID quotation,
    @Schema(description = "What goes back in total; zero while nothing is quoted") Amount amount,
    @Schema(
            description =
                "Only in the state QUOTED: the changed amounts that wait for the buyer's consent")
        @Nullable QuotationAnswer offer,
    String reason,
    List<Line> lines,
    @Schema(description = "Why it was refused or referred to a person") List<FindingBody> findings,
    @Schema(description = "Whether a person decided") boolean byPerson,
    @Schema(description = "Whether it waits for a person") boolean needsPerson,
    List<StepAnswer> steps,
    List<Refund> refunds,
    @Schema(
            description =
                "Other ways for refunds that failed, in the order in which they were tried")
        List<OtherWay> payouts,
    @Schema(description = "Number of the credit document") @Nullable String creditNumber,
    Instant receivedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant heldAt,
    @Nullable Instant executingAt,
    @Nullable Instant completedAt) {

  /** Units of one line. */
  @Schema(name = "CancelledLine")
  public record Line(
      @Schema(description = "The line's id") UUID line,
      int asked,
      @Schema(description = "Units that the warehouse surely will not pack") int held) {

    static Line of(CancelledLine line) {
      return new Line(line.lineId(), line.asked(), line.held());
    }
  }

  /** One step of the plan. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Step")
  public record StepAnswer(int position, StepKind kind, StepState state, @Nullable Instant doneAt) {

    static StepAnswer of(Step step) {
      return new StepAnswer(step.position(), step.kind(), step.state(), step.doneAt());
    }
  }

  /** What goes back on one tender. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Refund(
      @Schema(description = "The tender's id") UUID tender,
      PartKind kind,
      PartState state,
      Amount amount,
      @Schema(description = "The gateway's id of it, empty before it is known") String reference,
      @Schema(description = "The number that the buyer's bank can look for, once there is one")
          @Nullable String networkReference,
      @Schema(description = "What it waits for, where the gateway says so")
          @Nullable PendingReason pendingReason,
      @Nullable Instant submittedAt,
      @Nullable Instant settledAt) {

    static Refund of(RefundPart part) {
      return new Refund(
          part.tenderId(),
          part.kind(),
          part.state(),
          Amount.of(part.amount()),
          part.reference(),
          part.trace().networkReference().isEmpty() ? null : part.trace().networkReference(),
          part.trace().pendingReason().orElse(null),
          part.submittedAt(),
          part.settledAt());
    }
  }

  /** Another way for a refund that failed: never whose account it is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Payout")
  public record OtherWay(
      UUID id,
      @Schema(description = "The tender's id of the refund that failed") @Nullable UUID tender,
      PayoutMethod method,
      PayoutState state,
      Amount amount,
      @Schema(description = "The bank's id of the transfer or the number of the store credit")
          String reference,
      Instant chosenAt,
      @Nullable Instant decidedAt,
      @Nullable Instant settledAt) {

    static OtherWay of(Payout payout, Dossier dossier) {
      return new OtherWay(
          payout.id(),
          dossier.parts().stream()
              .filter(part -> part.id().equals(payout.partId()))
              .map(RefundPart::tenderId)
              .findFirst()
              .orElse(null),
          payout.method(),
          payout.state(),
          Amount.of(payout.amount()),
          payout.reference(),
          payout.chosenAt(),
          payout.decidedAt(),
          payout.settledAt());
    }
  }

  /**
   * The answer.
   *
   * @param disclosure the text to show with amounts that wait for consent
   */
  public static CancellationAnswer of(Dossier dossier, Disclosure disclosure, Speech speech) {
    Cancellation cancellation = dossier.cancellation();
    Cancellation.Moments moments = cancellation.moments();
    return new CancellationAnswer(
        cancellation.id(),
        cancellation.number(),
        cancellation.orderId(),
        cancellation.kind(),
        cancellation.state(),
        dossier.status(),
        word(cancellation.basisKind()),
        cancellation.quotationId().orElse(null),
        Amount.of(cancellation.amount()),
        dossier
            .quotation()
            .filter(promise -> cancellation.state() == State.QUOTED)
            .map(promise -> QuotationAnswer.of(promise, disclosure))
            .orElse(null),
        cancellation.reason(),
        cancellation.lines().stream().map(Line::of).toList(),
        FindingBody.all(cancellation.findings(), speech),
        cancellation.byPerson(),
        dossier.workItems().stream().anyMatch(item -> item.closedAt() == null),
        dossier.steps().stream().map(StepAnswer::of).toList(),
        dossier.parts().stream().map(Refund::of).toList(),
        dossier.payouts().stream().map(payout -> OtherWay.of(payout, dossier)).toList(),
        dossier.creditNumber().orElse(null),
        moments.receivedAt(),
        moments.decidedAt(),
        moments.confirmedAt(),
        moments.heldAt(),
        moments.executingAt(),
        moments.completedAt());
  }

  /** {@code ChannelInstruction} is {@code channel_instruction} in requests, so in answers too. */
  private static String word(String basisKind) {
    return basisKind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
