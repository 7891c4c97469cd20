package org.countermand.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  private static final Speech ENGLISH =
      new Speech(Locale.ENGLISH, finding -> "Sentence of " + finding.code());

  private static final Finding TOO_MANY_UNITS =
      Finding.of(ReasonCode.QUANTITY_TOO_LARGE, "line", 2, "free", 3);
  private static final Finding NO_SKU =
      Finding.of(ReasonCode.FIELD_MISSING, "field", "lines[2].sku");

  @Test
  void it_tells_every_finding_with_parameters_line_and_pointer() {
    Problem problem = Problem.of(List.of(TOO_MANY_UNITS, NO_SKU), null, ENGLISH);

    assertThat(problem.type()).isEqualTo("urn:countermand:problem:quantity-too-large");
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.code()).isEqualTo(ReasonCode.QUANTITY_TOO_LARGE);
    assertThat(problem.title()).isNotBlank();
    assertThat(problem.findings())
        .extracting(FindingBody::code, FindingBody::line, FindingBody::pointer)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ReasonCode.QUANTITY_TOO_LARGE, "2", null),
            org.assertj.core.groups.Tuple.tuple(ReasonCode.FIELD_MISSING, null, "/lines/1/sku"));
    assertThat(problem.findings().get(0).parameters()).containsEntry("free", "3");
  }

  @Test
  void every_problem_has_an_id_of_its_own() {
    Problem one = Problem.of(404, ReasonCode.NOT_FOUND, ENGLISH);
    Problem other = Problem.of(404, ReasonCode.NOT_FOUND, ENGLISH);

    assertThat(one.instance()).startsWith("urn:uuid:").isNotEqualTo(other.instance());
  }

  @Test
  void not_being_permitted_reads_exactly_like_not_existing() {
    Finding telling = Finding.of(ReasonCode.NOT_PERMITTED, "order", "exists");

    Problem hidden = Problem.of(List.of(TOO_MANY_UNITS, telling), null, ENGLISH);
    Problem absent = Problem.of(404, ReasonCode.NOT_FOUND, ENGLISH);

    assertThat(hidden).usingRecursiveComparison().ignoringFields("instance").isEqualTo(absent);
  }

  @Test
  void an_accident_is_told_by_its_id_alone_and_logged_under_the_same() {
    Exception accident =
        new IllegalStateException("secret in rows", new IOException("password=hunter2"));
    Recorder log = new Recorder();
    Logger logger = Logger.getLogger(AccidentMapper.class.getName());
    logger.addHandler(log);
    logger.setUseParentHandlers(false);
    Problem problem;
    try {
      problem = AccidentMapper.problem(accident, ENGLISH);
    } finally {
      logger.removeHandler(log);
      logger.setUseParentHandlers(true);
    }

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.code()).isEqualTo(ReasonCode.INTERNAL);
    assertThat(problem.toString())
        .doesNotContain("secret", "hunter2", "Exception", "java.", "org.countermand");
    assertThat(log.last).isNotNull();
    assertThat(log.last.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(log.last.getMessage()).contains(problem.instance());
    assertThat(log.last.getThrown()).isSameAs(accident);
  }

  @Test
  void a_refusal_that_the_server_has_wrapped_is_still_a_refusal() {
    Exception wrapped = new IllegalStateException(new Refusal(List.of(NO_SKU)));

    assertThat(AccidentMapper.problem(wrapped, ENGLISH).code()).isEqualTo(ReasonCode.FIELD_MISSING);
  }

  @Test
  void a_request_of_nobody_is_not_authenticated() {
    Problem problem = AccidentMapper.problem(new SecurityException("Nobody"), ENGLISH);

    assertThat(problem.status()).isEqualTo(401);
    assertThat(problem.code()).isEqualTo(ReasonCode.NOT_AUTHENTICATED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400, MALFORMED",
    "401, 401, NOT_AUTHENTICATED",
    "403, 404, NOT_FOUND",
    "404, 404, NOT_FOUND",
    "405, 405, UNSUPPORTED",
    "406, 406, UNSUPPORTED",
    "413, 413, TOO_LARGE",
    "415, 415, UNSUPPORTED",
    "429, 429, TOO_MANY_REQUESTS",
    "500, 500, INTERNAL",
    "503, 503, INTERNAL",
  })
  void what_the_server_refuses_is_a_problem_too(int given, int told, ReasonCode code) {
    Problem problem = HttpFaultMapper.problem(given, ENGLISH);

    assertThat(problem.status()).isEqualTo(told);
    assertThat(problem.code()).isEqualTo(code);
  }

  private static final class Recorder extends Handler {
    private LogRecord last;

    @Override
    public void publish(LogRecord logged) {
      last = logged;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
