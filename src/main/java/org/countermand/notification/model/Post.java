package org.countermand.notification.model;

import org.countermand.kernel.Outcome;

/** Carries letters away. */
public interface Post {

  /**
   * Hands a letter over.
   *
   * @return {@code Settled} with the message's id once it is taken; {@code Refused} if the address
   *     can never be reached; {@code Unknown} if it was perhaps taken, in which case posting it
   *     again repeats the same message id
   */
  Outcome<String> send(Letter letter);
}
