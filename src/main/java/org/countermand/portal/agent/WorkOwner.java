package org.countermand.portal.agent;

/** Who has taken a work item, as seen by the agent who asks. */
public enum WorkOwner {
  MINE,
  NOBODY
}
