package org.countermand.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccidentsTest {

  @Test
  void what_the_code_did_not_foresee_leaves_the_request_to_be_recorded() {
    assertThat(recorded(new IllegalStateException("Unknown kind of rule: MOON"))).isTrue();
    assertThat(recorded(new SQLException("no such column", "42703"))).isTrue();
    assertThat(recorded(new SQLException("no state"))).isTrue();
    assertThat(Accidents.leaveRoomForTheRecord(new ArithmeticException())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23P01", "40001", "40P01", "55P03"})
  void a_lost_race_is_answered_as_ever(String state) {
    SQLException lost = new SQLException("somebody was first", state);

    assertThat(recorded(lost)).isFalse();
    assertThat(recorded(new BatchUpdateException("a batch", new int[0], lost))).isFalse();
  }

  @Test
  void who_may_not_ask_is_not_recorded_either() {
    assertThat(recorded(new SecurityException("Not permitted: CUSTOMER"))).isFalse();
  }

  /** The container wraps what a door throws. */
  private static boolean recorded(Exception cause) {
    return Accidents.leaveRoomForTheRecord(
        new EJBException(new RuntimeException("statement failed", cause)));
  }
}
