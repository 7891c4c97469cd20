package org.countermand.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.countermand.audit.model.AuditEntry;
import org.countermand.audit.store.AuditRepository;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;

/** The door to the audit log. */
@Stateless
public class AuditService {

  @Inject private AuditRepository entries;

  /** Writes an entry in the caller's transaction. The entry says who did it: the actor. */
  public void append(Actor actor, AuditEntry entry) {
    if (!actor.id().equals(entry.actorId())) {
      throw new SecurityException("An entry names another actor");
    }
    entries.insert(entry);
  }

  /** The entries on a cancellation or order, oldest first; empty for those who may not see them. */
  public List<AuditEntry> of(Actor actor, UUID subjectId) {
    return actor.permissions().contains(Action.VIEW_AUDIT)
        ? entries.ofSubject(subjectId)
        : List.of();
  }
}
