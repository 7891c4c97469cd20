package org.countermand.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The visitors of one test. Each has cookies, a language and an address of his own, as if behind
 * his own connection. After the test all have left, and what their browsers complained of fails it.
 */
final class Visits implements BeforeEachCallback, AfterEachCallback {

  /** Steps and expectations wait that long, in milliseconds. */
  private static final double PATIENCE = 20_000;

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private final List<Visitor> visitors = new ArrayList<>();
  private @Nullable Browser browser;

  @Override
  public void beforeEach(ExtensionContext context) {
    browser = Chromium.of(context);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  /** Somebody new arrives; he has no page open yet. */
  Visitor arrives(Manner manner) {
    return arrives(manner, options(manner));
  }

  /** Another browser with the cookies of this visitor, which runs scripts. */
  Visitor twinOf(Visitor visitor) {
    Manner manner = visitor.manner().withScripts();
    return arrives(manner, options(manner).setStorageState(visitor.context().storageState()));
  }

  private Visitor arrives(Manner manner, Browser.NewContextOptions options) {
    if (browser == null) {
      throw new IllegalStateException("No visits before the test");
    }
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    Visitor visitor = new Visitor(this, manner, context);
    visitors.add(visitor);
    return visitor;
  }

  private static Browser.NewContextOptions options(Manner manner) {
    return new Browser.NewContextOptions()
        .setViewportSize(manner.device().width, manner.device().height)
        .setJavaScriptEnabled(manner.scripts())
        .setLocale(manner.language())
        .setTimezoneId("Europe/Berlin")
        .setColorScheme(manner.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setExtraHTTPHeaders(Map.of("X-Forwarded-For", address()));
  }

  /** One of the addresses that are set aside for measuring networks (RFC 2544), each once. */
  static String address() {
    int number = ADDRESSES.incrementAndGet();
    return "198.18.%d.%d".formatted(number / 250 % 250, 1 + number % 250);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> complaints = new ArrayList<>();
    for (Visitor visitor : visitors) {
      complaints.addAll(visitor.complaints());
      if (context.getExecutionException().isPresent()) {
        visitor.photographFailure(context.getRequiredTestMethod().getName());
      }
      visitor.context().close();
    }
    visitors.clear();
    if (!complaints.isEmpty()) {
      throw new AssertionError("The browser complained: " + String.join("\n", complaints));
    }
  }
}
