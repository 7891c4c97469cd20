package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.WorkItemRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;

/** Who has taken what needs a person: whoever may resolve it may take it and give it back. */
@Stateless
public class WorkItemService {

  @Inject private WorkItemRepository workItems;
  @Inject private CancellationRepository cancellations;
  @Inject private TransitionService transitions;

  /** What is open of some cancellations, for those who may see the list. */
  public List<WorkItem> open(Actor actor, Collection<UUID> cancellationIds) {
    return Access.refusal(actor, Action.LIST_CANCELLATIONS).isPresent()
        ? List.of()
        : workItems.open(actor.shop(), cancellationIds);
  }

  /**
   * Takes it. Of two who do so at once the second is told who was quicker; twice is once.
   *
   * @param seen who had it when the actor decided to take it, or empty
   */
  public Decision<WorkItem> take(Actor actor, UUID id, String seen, Instant at) {
    return load(actor, id)
        .then(
            in ->
                in.item()
                    .takenBy(actor.id(), seen)
                    .map(
                        taken ->
                            in.item().owner().isEmpty()
                                ? save(actor, in, taken, "WORK_ITEM_TAKEN", at)
                                : save(actor, in, taken, "WORK_ITEM_TAKEN_OVER", at)));
  }

  /** Gives it back, so that a colleague may take it. */
  public Decision<WorkItem> giveBack(Actor actor, UUID id, Instant at) {
    return load(actor, id)
        .then(
            in ->
                in.item()
                    .givenBackBy(actor.id())
                    .map(given -> save(actor, in, given, "WORK_ITEM_GIVEN_BACK", at)));
  }

  private record Loaded(WorkItem item, Cancellation cancellation) {}

  private Decision<Loaded> load(Actor actor, UUID id) {
    Optional<Cancellation> cancellation =
        workItems
            .find(id)
            .flatMap(item -> cancellations.find(item.cancellationId()))
            .filter(found -> may(actor, found));
    Optional<WorkItem> locked = cancellation.flatMap(found -> workItems.lock(id));
    return locked.isPresent()
        ? Decision.yes(new Loaded(locked.get(), cancellation.get()))
        : Decision.no(ReasonCode.NOT_FOUND);
  }

  private static boolean may(Actor actor, Cancellation cancellation) {
    return Access.refusal(
            actor,
            Action.RESOLVE_WORK_ITEM,
            new Access.Subject(cancellation.shop(), cancellation.orderId()))
        .isEmpty();
  }

  /** Writes and audits what has changed; what has not is neither done nor told twice. */
  private WorkItem save(Actor actor, Loaded in, WorkItem changed, String what, Instant at) {
    String before = in.item().owner();
    if (changed.owner().equals(before)) {
      return changed;
    }
    workItems.saveOwner(changed);
    Map<String, String> facts =
        before.isEmpty() || before.equals(actor.id())
            ? Map.of("workItem", changed.reason().name())
            : Map.of("workItem", changed.reason().name(), "from", before);
    transitions.note(actor, in.cancellation(), what, facts, at);
    return changed;
  }
}
