package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final String HOSTILE = "a=b&c\nd\r\"<script>é😀 %00";

  @Test
  void survive_being_written_and_read_whatever_they_contain() {
    var facts = new TreeMap<>(Map.of("x", HOSTILE, HOSTILE, "y", "empty", ""));
    assertThat(Facts.read(Facts.write(facts))).isEqualTo(facts);
  }

  @Test
  void findings_survive_too() {
    List<Finding> findings =
        List.of(
            Finding.of(ReasonCode.NOT_FOUND),
            Finding.of(ReasonCode.AGENT_DENIED, "reason", HOSTILE, "line", 2));
    assertThat(Facts.readFindings(Facts.writeFindings(findings))).isEqualTo(findings);
  }
}
