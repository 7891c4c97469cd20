package org.countermand.cancellation;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells an accident in judging from a failure that the judging had no part in. */
final class Accidents {

  /** Unique or excluded values, a deadlock, a lock that was not had: somebody else was first. */
  private static final Pattern RACE = Pattern.compile("23505|23P01|40...|55P03");

  private Accidents() {}

  /**
   * Whether the request should at least be recorded. Not where a race was lost or the actor was
   * refused: trying again, or not at all, is the right answer to those.
   */
  static boolean leaveRoomForTheRecord(RuntimeException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .limit(50)
        .noneMatch(cause -> cause instanceof SecurityException || isRace(cause));
  }

  private static boolean isRace(Throwable cause) {
    return cause instanceof SQLException sql
        && RACE.matcher(Objects.requireNonNullElse(sql.getSQLState(), "")).matches();
  }
}
