package org.countermand.tax.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

@Tag("soak")
class UblCostTest {

  @Test
  void a_credit_note_of_three_lines_costs_less_than_five_milliseconds() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(UblBenchmark.class.getName())
            .forks(1)
            .jvmArgs("-Xmx256m")
            // The compiler has all of JAXB and of the schema's checks to go through.
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(5))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .build();
    Map<String, Double> micros = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      micros.put(result.getParams().getParam("lines"), result.getPrimaryResult().getScore());
    }
    System.out.println("tax: a UBL credit note, written and checked, in µs by lines: " + micros);
    assertThat(micros).containsKeys("3", "30");
    assertThat(micros.get("3")).isLessThan(5_000);
  }
}
