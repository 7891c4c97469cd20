package org.countermand.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemStatusTest {

  @ParameterizedTest
  @EnumSource
  void every_reason_has_the_status_of_an_error(ReasonCode code) {
    assertThat(ProblemStatus.of(code)).isBetween(400, 599);
  }

  @Test
  void not_permitted_and_not_found_cannot_be_told_apart() {
    assertThat(ProblemStatus.of(ReasonCode.NOT_PERMITTED))
        .isEqualTo(ProblemStatus.of(ReasonCode.NOT_FOUND))
        .isEqualTo(404);
  }

  @Test
  void only_an_accident_of_ours_or_a_silent_partner_is_the_servers_fault() {
    assertThat(ReasonCode.values())
        .filteredOn(code -> ProblemStatus.of(code) >= 500)
        .containsExactlyInAnyOrder(
            ReasonCode.INTERNAL,
            ReasonCode.NOT_JUDGED,
            ReasonCode.WAREHOUSE_SILENT,
            ReasonCode.GATEWAY_SILENT);
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED, 400",
    "UNKNOWN_FIELD, 400",
    "IDEMPOTENCY_KEY_MISSING, 400",
    "SIGNATURE_INVALID, 400",
    "NOT_AUTHENTICATED, 401",
    "ORDER_CONFLICT, 409",
    "WINDOW_OVER, 409",
    "STAGE_TOO_LATE, 409",
    "ALREADY_CANCELLED, 409",
    "QUOTATION_STALE, 409",
    "QUOTATION_EXPIRED, 409",
    "STATE_FORBIDS, 409",
    "TOO_LARGE, 413",
    "UNSUPPORTED, 415",
    "QUANTITY_TOO_LARGE, 422",
    "LINE_TWICE, 422",
    "FIELD_MISSING, 422",
    "NOTHING_CHOSEN, 422",
    "CURRENCY_MISMATCH, 422",
    "TOTALS_DISAGREE, 422",
    "IDEMPOTENCY_KEY_REUSED, 422",
    "TOO_MANY_REQUESTS, 429",
    "INTERNAL, 500",
  })
  void partners_rely_on_these(ReasonCode code, int status) {
    assertThat(ProblemStatus.of(code)).isEqualTo(status);
  }
}
