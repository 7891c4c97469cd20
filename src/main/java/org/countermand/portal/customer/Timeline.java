package org.countermand.portal.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.PublicStatus;
import org.countermand.cancellation.model.State;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.RefundPart;
import org.countermand.portal.customer.TimelineStep.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The way of a cancellation in the buyer's words: received, decided where a person decides, goods
 * stopped, money on each tender, all settled. What ended early shows how it ended and nothing that
 * will never come.
 */
final class Timeline {

  /** Nothing was undone, and nothing comes back. */
  static final Set<State> ENDED_EARLY = EnumSet.of(State.REFUSED, State.WITHDRAWN, State.EXPIRED);

  private static final Set<State> STOPPING =
      EnumSet.of(State.CONFIRMED, State.HOLDING, State.REROUTED);

  private static final Set<State> PAYING = EnumSet.of(State.EXECUTING, State.COMPLETED);

  private final Dossier dossier;
  private final Cancellation cancellation;
  private final Sentences sentences;

  Timeline(Dossier dossier, Sentences sentences) {
    this.dossier = dossier;
    this.cancellation = dossier.cancellation();
    this.sentences = sentences;
  }

  List<TimelineStep> steps() {
    List<TimelineStep> steps = new ArrayList<>();
    steps.add(
        step(
            Stage.DONE,
            "page.status.progress.received",
            sentences.say(
                "page.status.progress.received.text",
                "at",
                sentences.moment(cancellation.moments().receivedAt()))));
    if (ENDED_EARLY.contains(cancellation.state())) {
      steps.add(ended());
      return steps;
    }
    decided(steps);
    steps.add(goods());
    money(steps);
    steps.add(settled());
    return steps;
  }

  private TimelineStep ended() {
    PublicStatus status = dossier.status();
    return new TimelineStep(
        Stage.DONE.look(), sentences.say("status." + status), word(Stage.DONE), "");
  }

  /** Where rules decide at once there is nothing to show. */
  private void decided(List<TimelineStep> steps) {
    switch (cancellation.state()) {
      case RECEIVED, IN_REVIEW ->
          steps.add(step(Stage.CURRENT, "page.status.progress.decided", text()));
      case QUOTED ->
          steps.add(
              step(
                  Stage.CURRENT,
                  "page.status.progress.agreed",
                  sentences.say("page.status.changed.text")));
      default -> {
        if (cancellation.byPerson()) {
          steps.add(
              step(
                  Stage.DONE,
                  "page.status.progress.decided",
                  at(cancellation.moments().decidedAt())));
        }
      }
    }
  }

  private TimelineStep goods() {
    String title = "page.status.progress.goods";
    if (PAYING.contains(cancellation.state())) {
      Instant held = cancellation.moments().heldAt();
      return step(
          Stage.DONE, title, isPartial() ? sentences.say("page.status.progress.partly") : at(held));
    }
    return STOPPING.contains(cancellation.state())
        ? step(Stage.CURRENT, title, text())
        : step(Stage.WAITING, title, "");
  }

  private boolean isPartial() {
    return cancellation.lines().stream().anyMatch(Timeline::isPartial);
  }

  private static boolean isPartial(CancelledLine line) {
    return line.held() < line.asked();
  }

  private void money(List<TimelineStep> steps) {
    if (dossier.parts().isEmpty()) {
      steps.add(step(Stage.WAITING, "page.status.progress.money", ""));
    }
    for (RefundPart part : dossier.parts()) {
      Stage stage = stage(part);
      steps.add(
          new TimelineStep(
              stage.look(),
              sentences.say(
                  "page.status.refund",
                  "amount",
                  sentences.money(part.amount()),
                  "tender",
                  PartWords.tender(part, dossier)),
              // What failed and goes another way needs nobody's hand any more.
              isAnotherWay(part) ? "" : word(stage),
              stage == Stage.WAITING ? "" : PartWords.state(part, sentences)));
      dossier.payoutOf(part).ifPresent(payout -> steps.add(anotherWay(payout)));
    }
  }

  private boolean isAnotherWay(RefundPart part) {
    return dossier.payoutOf(part).filter(payout -> payout.state().live()).isPresent();
  }

  private TimelineStep anotherWay(Payout payout) {
    Stage stage =
        switch (payout.state()) {
          case CHOSEN, APPROVED, SUBMITTED -> Stage.CURRENT;
          case PAID, GRANTED -> Stage.DONE;
          case REJECTED, FAILED, RETURNED -> Stage.TROUBLE;
        };
    return new TimelineStep(
        stage.look(),
        sentences.say(
            "page.status.payout." + payout.method(), "amount", sentences.money(payout.amount())),
        word(stage),
        sentences.say("payoutState." + payout.state()));
  }

  private Stage stage(RefundPart part) {
    return switch (part.state()) {
      case SUCCEEDED -> Stage.DONE;
      case FAILED, REVERSED, REQUIRES_ACTION -> Stage.TROUBLE;
      case SUBMITTED, PENDING -> Stage.CURRENT;
      case REQUESTED -> PAYING.contains(cancellation.state()) ? Stage.CURRENT : Stage.WAITING;
    };
  }

  private TimelineStep settled() {
    boolean settled =
        cancellation.state() == State.COMPLETED
            && dossier.parts().stream().allMatch(this::isSettled);
    return step(settled ? Stage.DONE : Stage.WAITING, "page.status.progress.settled", "");
  }

  private boolean isSettled(RefundPart part) {
    return stage(part) == Stage.DONE
        || dossier.payoutOf(part).filter(payout -> payout.state().arrived()).isPresent();
  }

  private TimelineStep step(Stage stage, String title, String detail) {
    return new TimelineStep(stage.look(), sentences.say(title), word(stage), detail);
  }

  private String word(Stage stage) {
    return sentences.say("page.status.progress." + stage.name().toLowerCase(Locale.ROOT));
  }

  private String text() {
    return sentences.say("status." + dossier.status() + ".text");
  }

  private String at(@Nullable Instant moment) {
    return moment == null ? "" : sentences.moment(moment);
  }
}
