package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Offer;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * One order, and what an agent may cancel of it for the buyer: the same survey and the same
 * quotation as the buyer's own page.
 */
@Named("officeOrder")
@RequestScoped
public class OrderPage {

  @Inject CancellationService cancellations;
  @Inject OrderService orders;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;
  @Inject Clock clock;

  private @Nullable Order order;
  private List<LineChoice> lines = List.of();
  private List<Cancellation> earlier = List.of();

  /** Before a form is read, because its fields depend on what there is. */
  @PostConstruct
  void begin() {
    order = surroundings.id("id").flatMap(id -> orders.find(office.actor(), id)).orElse(null);
    if (order != null) {
      lines = choices(order);
      earlier =
          office.may("VIEW_CANCELLATION")
              ? cancellations.ofOrder(office.actor(), order.id())
              : List.of();
    }
  }

  /** Nothing is told of what this agent may not see. */
  public void load() {
    if (order == null) {
      surroundings.notFound();
    }
  }

  public @Nullable Order getOrder() {
    return order;
  }

  public List<LineChoice> getLines() {
    return lines;
  }

  public List<Cancellation> getEarlier() {
    return earlier;
  }

  public boolean isCancellable() {
    return surroundings.isReadingForm() || lines.stream().anyMatch(line -> line.max() > 0);
  }

  /** A parameter of the address or the form, to show it again. */
  public String parameter(String name) {
    return surroundings.parameter(name);
  }

  /** Works out what would come back and leads to the page that shows it. */
  public void quote() {
    Order known = order;
    if (known == null) {
      return;
    }
    List<Ask> asks = asks(known);
    if (asks.isEmpty()) {
      surroundings.refuse(List.of(Finding.of(ReasonCode.NOTHING_CHOSEN)));
      return;
    }
    Decision<Offer> decision =
        cancellations.quote(office.actor(), known.id(), asks, clock.instant());
    if (decision instanceof Decision.Accepted<Offer> yes) {
      surroundings.redirect(
          "quotation",
          Map.of(
              "order", known.id().toString(),
              "q", yes.value().quotation().id().toString(),
              "kind", surroundings.word("kind"),
              "reason", surroundings.word("reason")));
    } else if (decision instanceof Decision.Refused<Offer> no) {
      surroundings.refuse(no.findings());
    }
  }

  private List<Ask> asks(Order known) {
    List<Ask> asks = new ArrayList<>();
    for (OrderLine line : known.lines()) {
      String units = surroundings.parameter(LineChoice.control(line));
      if (units.matches("\\d{1,7}") && !units.matches("0+")) {
        asks.add(new Ask(line.id(), Integer.parseInt(units)));
      }
    }
    return asks;
  }

  private List<LineChoice> choices(Order known) {
    Optional<Verdict> survey =
        office.may("QUOTE")
            ? cancellations.survey(office.actor(), known.id(), clock.instant())
            : Optional.empty();
    return known.lines().stream()
        .map(line -> choice(known, line, survey.flatMap(verdict -> verdict.line(line.id()))))
        .toList();
  }

  private LineChoice choice(Order known, OrderLine line, Optional<LineVerdict> verdict) {
    String sent = surroundings.parameter(LineChoice.control(line));
    return new LineChoice(
        line,
        known.stageOf(line.id()),
        wording.money(line.total(known.priceBasis())),
        verdict.filter(LineVerdict::cancellable).map(LineVerdict::free).orElse(0),
        sent.matches("\\d{1,7}") ? Integer.parseInt(sent) : 0,
        verdict.filter(v -> v.effect() == Effect.REVIEW).isPresent(),
        wording.findings(verdict.map(LineVerdict::findings).orElse(List.of())));
  }
}
