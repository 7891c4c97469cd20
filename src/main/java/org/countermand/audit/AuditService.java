package org.countermand.audit;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.countermand.audit.model.AuditEntry;
import org.countermand.kernel.Actor;

/** The door to the audit log. */
@Stateless
public class AuditService {

  /** Writes an entry in the caller's transaction. */
  public void append(Actor actor, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  /** The entries on a cancellation or order, oldest first; empty for those who may not see them. */
  public List<AuditEntry> of(Actor actor, UUID subjectId) {
    throw new UnsupportedOperationException();
  }
}
