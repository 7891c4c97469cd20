package org.countermand.tax.model.brazil;

import java.time.Duration;

/**
 * For how long a state lets an NF-e be cancelled.
 *
 * @param free after its authorisation
 * @param fined from then on with a fine; the same where none is foreseen
 */
record Hours(int free, int fined) {

  /** Whether it can be cancelled. */
  enum Answer {
    IN_TIME,
    WITH_FINE,
    /** It depends on the hour of its authorisation, which is not known. */
    UNCLEAR,
    OVER
  }

  /**
   * What holds for an NF-e of an age that is only known within bounds.
   *
   * @param atMost the greatest age that it may have
   * @param atLeast the least
   */
  Answer at(Duration atMost, Duration atLeast) {
    Answer oldest = at(atMost);
    return oldest == at(atLeast) ? oldest : Answer.UNCLEAR;
  }

  private Answer at(Duration age) {
    if (age.compareTo(Duration.ofHours(free)) <= 0) {
      return Answer.IN_TIME;
    }
    return age.compareTo(Duration.ofHours(fined)) <= 0 ? Answer.WITH_FINE : Answer.OVER;
  }
}
