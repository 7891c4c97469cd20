package org.countermand.tax.model;

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
class ReversalCostTest {

  @Test
  void a_reversal_of_ten_lines_costs_less_than_a_tenth_of_a_millisecond() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(ReversalBenchmark.class.getName())
            .forks(1)
            .jvmArgs("-Xmx256m")
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .build();
    Map<String, Double> micros = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      micros.put(result.getParams().getParam("authority"), result.getPrimaryResult().getScore());
    }
    System.out.println("tax: a reversal of ten lines in µs: " + micros);
    assertThat(micros.values()).isNotEmpty().allSatisfy(each -> assertThat(each).isLessThan(100));
  }
}
