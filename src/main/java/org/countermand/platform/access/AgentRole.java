package org.countermand.platform.access;

import java.util.Set;
import org.countermand.kernel.Action;

/** What an agent account is for. */
public enum AgentRole {
  /** Looks, and acts for a customer. */
  CLERK,
  /** Also decides reviews and resolves work items. */
  LEAD,
  /** Lets money go to bank accounts that others have named. */
  FINANCE;

  public Set<Action> permissions() {
    return switch (this) {
      case CLERK -> Action.OF_CLERKS;
      case LEAD -> Action.OF_LEADS;
      case FINANCE -> Action.OF_FINANCE;
    };
  }
}
