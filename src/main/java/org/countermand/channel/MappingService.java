package org.countermand.channel;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.SavedMapping;
import org.countermand.channel.store.MappingRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;

/** The door to how a shop's files are read. */
@Stateless
public class MappingService {

  @Inject private MappingRepository mappings;
  @Inject private Clock clock;

  /** Saves a mapping under its name; what it was before stays as an earlier revision. */
  public Decision<SavedMapping> save(Actor actor, Mapping mapping) {
    List<Finding> refusal =
        Access.findings(
            actor, Action.IMPORT_ORDERS, new Access.Subject(mapping.shop(), Access.NO_ORDER));
    List<Finding> wrong = refusal.isEmpty() ? mapping.findings() : refusal;
    if (!wrong.isEmpty()) {
      return Decision.no(wrong);
    }
    mappings.lock(mapping.shop(), mapping.name());
    Optional<SavedMapping> before = mappings.find(mapping.shop(), mapping.name());
    if (before.filter(saved -> saved.mapping().equals(mapping)).isPresent()) {
      return Decision.yes(before.get());
    }
    SavedMapping saved =
        new SavedMapping(
            Ids.next(),
            before.map(SavedMapping::revision).orElse(0) + 1,
            mapping,
            actor.id(),
            clock.instant());
    mappings.insert(saved);
    return Decision.yes(saved);
  }

  /** The latest revision of each of the actor's mappings, by name. */
  public List<SavedMapping> all(Actor actor) {
    return Access.refusal(actor, Action.IMPORT_ORDERS).isPresent()
        ? List.of()
        : mappings.all(actor.shop());
  }
}
