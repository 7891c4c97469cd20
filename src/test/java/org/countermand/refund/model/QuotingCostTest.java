package org.countermand.refund.model;

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
class QuotingCostTest {

  @Test
  void a_quotation_costs_little_and_grows_with_its_lines_only() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(QuotingBenchmark.class.getName())
            .forks(1)
            .jvmArgs("-Xmx256m")
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .build();
    Map<Integer, Double> micros = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      micros.put(
          Integer.valueOf(result.getParams().getParam("lines")),
          result.getPrimaryResult().getScore());
    }
    System.out.printf(
        "money: a quotation of 3 lines and 2 tenders %.2f µs, of 30 lines %.2f µs%n",
        micros.get(3), micros.get(30));
    assertThat(micros.get(3)).isLessThan(50);
    assertThat(micros.get(30)).isLessThan(12 * micros.get(3));
  }
}
