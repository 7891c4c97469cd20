package org.countermand.platform.access;

import java.util.Set;
import org.countermand.kernel.Action;

/** What an agent account is for. */
public enum AgentRole {
  /** Looks, and acts for a customer. */
  CLERK(Action.OF_CLERKS),
  /** Also decides reviews and resolves work items. */
  LEAD(Action.OF_LEADS);

  private final Set<Action> permissions;

  AgentRole(Set<Action> permissions) {
    this.permissions = permissions;
  }

  public Set<Action> permissions() {
    return permissions;
  }
}
