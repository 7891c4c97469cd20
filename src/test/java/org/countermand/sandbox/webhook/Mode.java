package org.countermand.sandbox.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How messages arrive. */
public enum Mode {
  /** Once, at once. */
  @JsonProperty("normal")
  NORMAL,
  /** Never. */
  @JsonProperty("off")
  OFF,
  /** Once, after the delay. */
  @JsonProperty("late")
  LATE,
  /** Several times. */
  @JsonProperty("repeated")
  REPEATED,
  /** Once, each after a random part of the delay, so that later messages overtake earlier ones. */
  @JsonProperty("shuffled")
  SHUFFLED
}
