package org.countermand.cancellation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countermand.cancellation.model.StateTable.Arrow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawn life cycles are the tables that the code runs on. */
class LifecycleDiagramTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "src/site/markdown/lifecycle.md");

  static Stream<Arguments> tables() {
    return Map.of(
            "cancellation", StateTable.ofCancellation(),
            "refund part", StateTable.ofRefundPart(),
            "payout", StateTable.ofPayout(),
            "step", StateTable.ofStep(),
            "job", StateTable.ofJob())
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_page_draws_the_table(String name, StateTable table) throws IOException {
    assertThat(drawn(Files.readString(PAGE), name)).contains(table.diagram());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_table_with_one_edge_more_is_not_what_the_page_draws(String name, StateTable table)
      throws IOException {
    List<Arrow> more =
        Stream.concat(
                table.arrows().stream(),
                Stream.of(new Arrow(table.initial(), "HURRIED", table.states().get(3))))
            .toList();
    StateTable planted = new StateTable(table.initial(), table.states(), table.terminal(), more);

    assertThat(drawn(Files.readString(PAGE), name).orElseThrow()).isNotEqualTo(planted.diagram());
  }

  /** What stands in the fenced block between the markers of one diagram. */
  private static Optional<String> drawn(String page, String name) {
    String begin = "<!-- " + name + " -->\n```mermaid\n";
    String end = "```\n<!-- end of " + name + " -->\n";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    return from < 0 || to < from
        ? Optional.empty()
        : Optional.of(page.substring(from + begin.length(), to));
  }
}
