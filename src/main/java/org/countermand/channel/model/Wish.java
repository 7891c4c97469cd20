package org.countermand.channel.model;

/** What a person wants of a job; its runner looks between two pieces. */
public enum Wish {
  RUN,
  PAUSE,
  STOP
}
