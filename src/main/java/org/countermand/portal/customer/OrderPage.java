package org.countermand.portal.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Offer;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;
import org.jspecify.annotations.Nullable;

/**
 * The order: what of it can be cancelled, what was cancelled before, and the choice. Asks for a
 * quotation and leads to it; nothing here cancels anything.
 */
@Named("customerOrder")
@RequestScoped
public class OrderPage {

  /** The goods are being touched, and a hold may come too late. */
  private static final Set<FulfilmentStage> MOVING =
      EnumSet.of(FulfilmentStage.PICKING, FulfilmentStage.PACKED);

  @Inject Guest guest;
  @Inject CancellationService cancellations;
  @Inject GroundsCookie grounds;
  @Inject Problems problems;
  @Inject Sentences sentences;
  @Inject Clock clock;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private List<LineRow> lines = List.of();
  private List<EarlierRow> earlier = List.of();
  private String reason = Grounds.Choice.NONE.name();
  private String words = "";

  @PostConstruct
  void load() {
    Order order = guest.order();
    lines =
        cancellations
            .survey(guest.actor(), order.id(), clock.instant())
            .map(verdict -> rows(order, verdict))
            .orElse(List.of());
    earlier =
        cancellations.ofOrder(guest.actor(), order.id()).stream()
            .map(cancellation -> EarlierRow.of(cancellation, sentences))
            .toList();
  }

  private List<LineRow> rows(Order order, Verdict verdict) {
    return order.lines().stream()
        .flatMap(
            line ->
                verdict.line(line.id()).stream()
                    .map(judged -> new LineRow(order, line, judged, sentences)))
        .toList();
  }

  /** Has the amounts worked out for what is chosen, and leads to them. */
  public @Nullable String quote() {
    List<Ask> asks = lines.stream().filter(LineRow::isChosen).map(LineRow::ask).toList();
    Decision<Offer> decision =
        cancellations.quote(guest.actor(), guest.order().id(), asks, clock.instant());
    if (decision instanceof Decision.Accepted<Offer> yes) {
      grounds.keep(yes.value().quotation().id(), new Grounds(Grounds.Choice.of(reason), words));
      return Ways.quotation(yes.value().quotation().id());
    }
    problems.add(((Decision.Refused<Offer>) decision).findings());
    return null;
  }

  /** Chooses all that can be cancelled; the buyer sees it before he goes on. */
  public void chooseAll() {
    lines.forEach(LineRow::chooseAll);
  }

  public String getNumber() {
    return guest.order().channelNumber();
  }

  public String getPlaced() {
    return sentences.say(
        "page.order.eyebrow",
        "order",
        guest.order().channelNumber(),
        "date",
        sentences.dayOf(guest.order().placedAt()));
  }

  /** Why the quotation led back here, as a sentence, or empty. */
  public String getNotice() {
    String why = Parameters.text(parameters, "why");
    Optional<ReasonCode> code =
        Stream.of(ReasonCode.values()).filter(known -> known.name().equals(why)).findFirst();
    return code.map(known -> sentences.say(Finding.of(known))).orElse("");
  }

  public List<LineRow> getLines() {
    return lines;
  }

  public boolean isCancellable() {
    return lines.stream().anyMatch(LineRow::isCancellable);
  }

  /** Whether a person has to decide on some line. */
  public boolean isReview() {
    return lines.stream().anyMatch(LineRow::isReview);
  }

  /** Whether somebody is already at work on goods that can still be stopped. */
  public boolean isMoving() {
    return isCancellable()
        && guest.order().fulfilments().stream().anyMatch(f -> MOVING.contains(f.stage()));
  }

  public List<EarlierRow> getEarlier() {
    return earlier;
  }

  /** The reasons to choose from, each with its words. */
  public Map<String, String> getReasons() {
    Map<String, String> reasons = new java.util.LinkedHashMap<>();
    for (Grounds.Choice choice : Grounds.Choice.values()) {
      reasons.put(sentences.say("page.order.reason." + choice), choice.name());
    }
    return reasons;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Grounds.Choice.of(reason).name();
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public int getLongestWords() {
    return Grounds.LONGEST;
  }
}
