package org.countermand.channel.model;

/** What is done piece by piece. */
public enum JobKind {
  /** A file's rows become orders and instructions. */
  IMPORT,
  /** A channel's instructions become cancellations. */
  REPLAY
}
