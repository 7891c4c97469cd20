package org.countermand.kernel;

/**
 * What a call to the outside came to. Five values, because "it failed" and "nobody knows" are
 * different things: only a known outcome may lead to another call.
 *
 * @param <T> what the outside answers
 */
public sealed interface Outcome<T> {

  /** Done, and final as far as the outside says today. */
  record Settled<T>(T value) implements Outcome<T> {}

  /** Taken, and under way; the end will be heard or asked for. */
  record Accepted<T>(T value) implements Outcome<T> {}

  /** Surely not done, and asking again will not help. */
  record Refused<T>(Finding finding) implements Outcome<T> {}

  /**
   * Surely not done, and may be tried again (rate limit, connection refused).
   *
   * @param why a technical word for the log
   */
  record NotAttempted<T>(String why) implements Outcome<T> {}

  /**
   * Perhaps done: a time-out, a cut connection, a 5xx.
   *
   * @param why a technical word for the log
   * @param replayed whether the outside only repeats a stored error under this key, so that the
   *     same key can never succeed
   */
  record Unknown<T>(String why, boolean replayed) implements Outcome<T> {}
}
