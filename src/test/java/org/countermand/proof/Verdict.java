package org.countermand.proof;

/** What became of a statement. */
public enum Verdict {
  PROVED,
  BROKEN,
  /** One of the witnesses could not be asked. */
  NOT_PROVABLE
}
