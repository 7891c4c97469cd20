package org.countermand.channel.store;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/** A finding as lines of text: its code, then a line for each parameter. */
final class FindingText {

  private FindingText() {}

  static String write(@Nullable Finding finding) {
    return finding == null
        ? ""
        : finding.parameters().entrySet().stream()
            .map(p -> "\n" + p.getKey() + "=" + p.getValue().replace('\n', ' '))
            .collect(Collectors.joining("", finding.code().name(), ""));
  }

  static @Nullable Finding read(String text) {
    if (text.isEmpty()) {
      return null;
    }
    TreeMap<String, String> parameters = new TreeMap<>();
    text.lines()
        .skip(1)
        .map(line -> line.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], pair[1]));
    return new Finding(ReasonCode.valueOf(text.lines().findFirst().orElseThrow()), parameters);
  }
}
