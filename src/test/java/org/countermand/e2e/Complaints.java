package org.countermand.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a browser complains of: broken scripts, violated policies, resources that do not load. */
final class Complaints {

  private static final Set<String> SERIOUS = Set.of("error", "warning", "assert");

  /** Reports each violation of the content security policy, also of a report-only one. */
  private static final String TELL_VIOLATIONS =
      """
      document.addEventListener('securitypolicyviolation', event =>
        console.error('Content security policy: ' + event.effectiveDirective + ' forbids '
          + event.blockedURI + ' ' + event.sample + ' at ' + event.sourceFile + ':' + event.lineNumber));
      """;

  private final List<String> heard = new ArrayList<>();
  private int tolerated = -1;

  Complaints(BrowserContext context) {
    context.addInitScript(TELL_VIOLATIONS);
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> heard.add("Script: " + error.error()));
    // A dialog would wait for somebody; our pages have none.
    context.onDialog(
        dialog -> {
          heard.add("Dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** Lets the browser grumble about answers with this status, because they are what is wanted. */
  void tolerate(int status) {
    tolerated = status;
  }

  private void hear(ConsoleMessage message) {
    boolean wanted = message.text().contains("the server responded with a status of " + tolerated);
    if (SERIOUS.contains(message.type()) && !wanted) {
      heard.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
    }
  }

  List<String> heard() {
    return List.copyOf(heard);
  }
}
