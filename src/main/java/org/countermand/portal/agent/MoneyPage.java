package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.MoneyService;
import org.countermand.cancellation.model.UncertainMoney;
import org.countermand.cancellation.model.Uncertainty;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.ReconciliationService;
import org.countermand.payment.model.Reconciliation;

/** Money that is uncertain, and how our books compare with the gateways day by day. */
@Named("officeMoney")
@RequestScoped
public class MoneyPage {

  private static final int FEW = 10;
  private static final int PAGE = 50;
  private static final int DAYS = 31;
  private static final String ASK = "ask";
  private static final String COMPARE = "compare";
  private static final Set<String> DONE = Set.of("asked", "again");

  @Inject MoneyService money;
  @Inject ReconciliationService reconciliations;
  @Inject PaymentRunner gateways;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;

  private final List<Section> sections = new ArrayList<>();
  private Optional<Uncertainty> only = Optional.empty();

  /**
   * What is uncertain for one reason.
   *
   * @param further the address of more, or empty
   */
  public record Section(Uncertainty kind, List<UncertainMoney> rows, String further) {}

  @PostConstruct
  void begin() {
    if (!isPermitted()) {
      return;
    }
    sections.clear();
    only = constant(surroundings.word("kind"));
    if (only.isPresent()) {
      add(only.get(), page(only.get()), PAGE);
    } else {
      for (Uncertainty kind : Uncertainty.values()) {
        add(kind, money.list(office.actor(), kind, FEW + 1), FEW);
      }
    }
  }

  /** Nothing is told to those who may not see it. */
  public void load() {
    if (!isPermitted()) {
      surroundings.notFound();
    }
  }

  public List<Section> getSections() {
    return sections;
  }

  /** Whether only one kind is shown. */
  public boolean isNarrowed() {
    return only.isPresent();
  }

  public List<Reconciliation> getRuns() {
    return isPermitted() ? reconciliations.last(office.actor(), DAYS) : List.of();
  }

  /** The gateways that can be compared with. */
  public List<String> getGateways() {
    return gateways.listing();
  }

  /** The day that the form proposes: what was typed, or else the last that is over. */
  public String getDay() {
    String typed = surroundings.parameter("day");
    return typed.isEmpty() ? reconciliations.lastOver(office.actor()).toString() : typed;
  }

  /** How much of what was paid out is exact, or empty where nothing was. */
  public String accuracy(Reconciliation run) {
    return run.tally().accuracy().isPresent()
        ? wording.percent(BigDecimal.valueOf(run.tally().accuracy().getAsInt(), 2))
        : "";
  }

  public String complaint(String control) {
    return surroundings.complaint(control);
  }

  /** Whether one of the buttons was pressed; an address alone does nothing. */
  public boolean isPressed() {
    return surroundings.faces().isPostback()
        && !(surroundings.parameter(ASK) + surroundings.parameter(COMPARE)).isEmpty();
  }

  /** Does what the button says. */
  public void press() {
    if (surroundings.parameter(ASK).isEmpty()) {
      compareAgain();
    } else {
      ask();
    }
  }

  /** The sentence's key for what was just done, or empty. */
  public String getDone() {
    String done = surroundings.parameter("done");
    return DONE.contains(done) && !surroundings.faces().isPostback()
        ? "agent.money.done." + done
        : "";
  }

  private void ask() {
    String[] what = surroundings.parameter(ASK).split("/", 2);
    Optional<Uncertainty> kind = constant(what[0]);
    Optional<UUID> id = what.length == 2 ? id(what[1]) : Optional.empty();
    Decision<UncertainMoney> decision =
        kind.isPresent() && id.isPresent()
            ? money.ask(office.actor(), kind.get(), id.get())
            : Decision.no(ReasonCode.NOT_FOUND);
    if (decision instanceof Decision.Refused<UncertainMoney> no) {
      surroundings.refuse(no.findings());
      begin();
    } else {
      again("asked");
    }
  }

  private void compareAgain() {
    Optional<LocalDate> day = day(surroundings.parameter("day"));
    Decision<LocalDate> decision =
        day.isPresent()
            ? reconciliations.again(
                office.actor(), surroundings.word("gateway"), day.get(), gateways.listing())
            : Decision.no(ReasonCode.FIELD_INVALID);
    if (decision instanceof Decision.Refused<LocalDate>) {
      surroundings.complain("day", wording.say("agent.money.again.wrong"));
    } else {
      again("again");
    }
  }

  private void again(String done) {
    Map<String, String> parameters = new HashMap<>(Map.of("done", done));
    only.ifPresent(kind -> parameters.put("kind", kind.name()));
    surroundings.redirect("money", parameters);
  }

  private boolean isPermitted() {
    return office.may("VIEW_MONEY");
  }

  private List<UncertainMoney> page(Uncertainty kind) {
    String[] place = surroundings.word("after").split("/", 2);
    Optional<Instant> since = moment(place[0]);
    Optional<UUID> id = place.length == 2 ? id(place[1]) : Optional.empty();
    return since.isPresent() && id.isPresent()
        ? money.after(office.actor(), kind, since.get(), id.get(), PAGE + 1)
        : money.list(office.actor(), kind, PAGE + 1);
  }

  private void add(Uncertainty kind, List<UncertainMoney> found, int shown) {
    boolean more = found.size() > shown;
    List<UncertainMoney> rows = more ? found.subList(0, shown) : found;
    if (!rows.isEmpty()) {
      sections.add(new Section(kind, rows, more ? further(kind, rows) : ""));
    }
  }

  private String further(Uncertainty kind, List<UncertainMoney> rows) {
    UncertainMoney last = rows.get(rows.size() - 1);
    return surroundings.address(
        "money",
        only.isPresent()
            ? Map.of("kind", kind.name(), "after", last.since() + "/" + last.id())
            : Map.of("kind", kind.name()));
  }

  private static Optional<Uncertainty> constant(String word) {
    return Arrays.stream(Uncertainty.values()).filter(kind -> kind.name().equals(word)).findAny();
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1999);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text)).filter(Instant.EPOCH::isBefore);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
