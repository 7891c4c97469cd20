package org.countermand.platform.access;

import org.countermand.kernel.Actor;

/**
 * Somebody of a shop's service who may log in.
 *
 * @param id stable, without personal data, as it stands in the audit log
 * @param name the user name
 * @param passwordHash as {@link PasswordHash} writes it
 * @param shop the shop, or {@link Actor#EVERY_SHOP}
 */
record AgentAccount(
    String id, String name, String passwordHash, String shop, AgentRole role, boolean disabled) {

  Actor.Agent actor() {
    return new Actor.Agent(id, shop, role.permissions());
  }

  /** Records would print it, and logs would keep it. */
  @Override
  public String toString() {
    return "AgentAccount[" + id + "]";
  }
}
