package org.countermand.payment;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Compared;
import org.countermand.payment.model.Difference;
import org.countermand.payment.model.Drawn;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.Reconciliation;
import org.countermand.payment.model.ReconciliationDue;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.Tally;
import org.countermand.payment.model.Topic;
import org.countermand.payment.store.AccountRepository;
import org.countermand.payment.store.DifferenceRepository;
import org.countermand.payment.store.ElsewhereRepository;
import org.countermand.payment.store.PartRepository;
import org.countermand.payment.store.QuestionRepository;
import org.countermand.payment.store.ReconciliationRepository;
import org.countermand.platform.Node;

/** The door to the comparison of our books with what gateways list. */
@Stateless
public class ReconciliationService {

  /** A gateway's clock may be a little behind ours when the day ends. */
  private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(15);

  /** Nodes that stood still longer than that need somebody who looks. */
  private static final int MANY_DAYS = 31;

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Inject private ReconciliationRepository runs;
  @Inject private DifferenceRepository differences;
  @Inject private ElsewhereRepository elsewhere;
  @Inject private PartRepository parts;
  @Inject private AccountRepository accounts;
  @Inject private QuestionRepository questions;
  @Inject private Event<ReconciliationDue> due;
  @Inject private Clock clock;
  @Inject private Node node;

  /** Makes due what is over and was not compared with this gateway yet. */
  public void due(Actor actor, String gateway) {
    require(actor, Action.RUN_PROCESS);
    Instant now = clock.instant();
    runs.due(gateway, lastOver(now), MANY_DAYS, now);
  }

  /** The last day that is over. */
  public LocalDate lastOver(Actor actor) {
    require(actor, Action.VIEW_MONEY);
    return lastOver(clock.instant());
  }

  /**
   * Has a day compared again, now.
   *
   * @param gateways those that can be compared with
   * @return the day; {@code FIELD_INVALID} for a day that is not over or a gateway that does not
   *     list
   */
  public Decision<LocalDate> again(
      Actor actor, String gateway, LocalDate day, Collection<String> gateways) {
    if (Access.refusal(actor, Action.RECONCILE).isPresent()) {
      return Decision.no(ReasonCode.NOT_PERMITTED);
    }
    if (!gateways.contains(gateway)) {
      return Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "gateway"));
    }
    if (day.isAfter(lastOver(clock.instant()))) {
      return Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "day"));
    }
    runs.again(gateway, day, clock.instant());
    due.fire(new ReconciliationDue());
    return Decision.yes(day);
  }

  /** Takes a day that is due for this node, if there is one and nobody alive is at it. */
  public Optional<Reconciliation> claim(Actor actor) {
    require(actor, Action.RUN_PROCESS);
    return runs.claim(node.number(), clock.instant());
  }

  /** The day is compared; gives the parts of which nothing is different any more. */
  public List<UUID> finish(Actor actor, Reconciliation run, Tally tally) {
    require(actor, Action.RUN_PROCESS);
    Instant now = clock.instant();
    return runs.finish(run, tally, now) && run.startedAt() != null
        ? differences.resolveOfDay(run.gateway(), run.day(), run.startedAt(), now)
        : List.of();
  }

  /** The gateway could not be asked now; it is asked again later, ever more seldom. */
  public void postpone(Actor actor, Reconciliation run, String why) {
    require(actor, Action.RUN_PROCESS);
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(Math.max(run.tries() - 1, 0), 10));
    runs.postpone(run, why, clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
  }

  /** The last comparisons, the youngest first. */
  public List<Reconciliation> last(Actor actor, int limit) {
    require(actor, Action.VIEW_MONEY);
    return runs.last(limit);
  }

  /** Holds refunds of a gateway against our books; what somebody else made is asked about. */
  public Compared compare(Actor actor, String gateway, List<GatewayRefund> refunds) {
    require(actor, Action.RUN_PROCESS);
    Map<UUID, Drawn> books = new HashMap<>();
    parts
        .drawn(refunds.stream().flatMap(refund -> refund.partId().stream()).toList())
        .forEach(drawn -> books.put(drawn.part().id(), drawn));
    List<Difference> found =
        refunds.stream()
            .flatMap(refund -> Difference.of(gateway, refund, ours(refund, books)).stream())
            .toList();
    List<Compared.Pair> settled =
        refunds.stream()
            .filter(refund -> refund.state() == PartState.SUCCEEDED)
            .flatMap(
                refund ->
                    ours(refund, books)
                        .filter(drawn -> drawn.is(refund))
                        .map(drawn -> new Compared.Pair(refund, drawn.part()))
                        .stream())
            .toList();
    long ours = refunds.stream().filter(refund -> ours(refund, books).isPresent()).count();
    long others = ofOthers(gateway, refunds, books);
    return new Compared(
        new Tally(refunds.size(), ours, others, found.size(), 0, 0), found, settled);
  }

  private static Optional<Drawn> ours(GatewayRefund refund, Map<UUID, Drawn> books) {
    return refund.partId().map(books::get);
  }

  /**
   * How many of them are on our tenders and not ours; those that nobody told of are asked about.
   */
  private long ofOthers(String gateway, List<GatewayRefund> refunds, Map<UUID, Drawn> books) {
    Instant now = clock.instant();
    List<GatewayRefund> others =
        refunds.stream().filter(refund -> ours(refund, books).isEmpty()).toList();
    Set<String> payments =
        accounts.tendersOf(gateway, others.stream().map(GatewayRefund::payment).toList());
    List<GatewayRefund> onOurs =
        others.stream().filter(refund -> payments.contains(refund.payment())).toList();
    Set<String> known =
        elsewhere.known(gateway, onOurs.stream().map(GatewayRefund::reference).toList());
    onOurs.stream()
        .filter(refund -> !known.contains(refund.reference()))
        .map(GatewayRefund::payment)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(
            payment -> {
              accounts.open(gateway, payment);
              questions.put(new Topic(gateway, payment, Optional.empty()), now);
            });
    return onOurs.size();
  }

  /** Refund parts that were submitted on the day of a comparison and that the gateway has. */
  public List<RefundPart> submitted(Actor actor, Reconciliation run) {
    require(actor, Action.RUN_PROCESS);
    return parts.submitted(run.gateway(), run.made());
  }

  /** Writes differences down. */
  public void record(Actor actor, List<Difference> found) {
    require(actor, Action.RUN_PROCESS);
    found.forEach(difference -> differences.found(difference, clock.instant()));
  }

  /** Parts that the gateway has are not missing there; gives those that were thought to be. */
  public List<UUID> present(Actor actor, String gateway, Collection<UUID> partIds) {
    require(actor, Action.RUN_PROCESS);
    return partIds.isEmpty()
        ? List.of()
        : differences.resolveFound(gateway, partIds, clock.instant());
  }

  /** Whether the gateway still says something else of a cancellation's money than our books. */
  public boolean differs(Actor actor, UUID cancellationId) {
    require(actor, Action.RUN_PROCESS);
    return differences.isOpenOf(cancellationId);
  }

  /**
   * Writes down what one look at a payment showed, and what it no longer shows.
   *
   * @return the parts of which nothing is different any more
   */
  public List<UUID> looked(
      Actor actor, String gateway, String payment, List<Difference> found, Instant at) {
    require(actor, Action.RUN_PROCESS);
    found.forEach(difference -> differences.found(difference, at));
    return differences.resolveOfPayment(gateway, payment, at);
  }

  private static LocalDate lastOver(Instant now) {
    return LocalDate.ofInstant(now.minus(AFTER_MIDNIGHT), ZoneOffset.UTC).minusDays(1);
  }

  private static void require(Actor actor, Action action) {
    if (Access.refusal(actor, action).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
