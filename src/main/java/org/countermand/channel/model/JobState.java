package org.countermand.channel.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a job, as a table. */
public enum JobState {
  /** The file is there; nobody has said how to read it. */
  DRAFT,
  /** Rows are read and sorted; nothing else has happened yet. */
  READING,
  /** Orders are made, or cancellations asked for. */
  SETTLING,
  /** Waits for a person to go on. */
  PAUSED,
  DONE,
  /** A person ended it; what was settled stays. */
  STOPPED,
  /** The file cannot be read; nothing was settled. */
  FAILED;

  /** From each state the states that may follow. */
  public static final Map<JobState, Set<JobState>> NEXT =
      Map.of(
          DRAFT, EnumSet.of(READING, STOPPED),
          READING, EnumSet.of(SETTLING, PAUSED, STOPPED, FAILED),
          SETTLING, EnumSet.of(PAUSED, STOPPED, DONE),
          PAUSED, EnumSet.of(READING, SETTLING, STOPPED),
          DONE, EnumSet.noneOf(JobState.class),
          STOPPED, EnumSet.noneOf(JobState.class),
          FAILED, EnumSet.noneOf(JobState.class));

  public boolean mayBecome(JobState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether a runner is at it, or ought to be. */
  public boolean isRunning() {
    return this == READING || this == SETTLING;
  }

  public boolean isOver() {
    return this == DONE || this == STOPPED || this == FAILED;
  }
}
