package org.countermand.e2e;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what needs a browser where there is none. */
final class ChromiumCondition implements ExecutionCondition {

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.installed().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is there");
    }
    String sentence =
        "No Chromium found, so the browser tests are skipped; name one with"
            + " -Dcountermand.chromium=PATH.";
    if (Chromium.isRequired()) {
      throw new IllegalStateException(
          "No Chromium found, and -Dcountermand.browser=required; name one with"
              + " -Dcountermand.chromium=PATH.");
    }
    if (TOLD.compareAndSet(false, true)) {
      System.err.println(sentence);
    }
    return ConditionEvaluationResult.disabled(sentence);
  }
}
