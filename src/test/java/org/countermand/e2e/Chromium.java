package org.countermand.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The system's Chromium, started once for all tests of a run and closed with the run. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> ARGUMENTS =
      List.of(
          // Root has no other way, and the pages are our own.
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-sync",
          "--no-first-run",
          // Small containers have a small /dev/shm.
          "--disable-dev-shm-usage",
          // The same pixels on every machine.
          "--force-color-profile=srgb",
          "--font-render-hinting=none");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
  }

  /** The browser of this run; JUnit closes it after the last test. */
  static Browser of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Chromium.class))
        .getOrComputeIfAbsent(
            Chromium.class, key -> new Chromium(installed().orElseThrow()), Chromium.class)
        .browser;
  }

  /** Whether a run without a browser is a failure. */
  static boolean isRequired() {
    return "required".equals(System.getProperty("countermand.browser"));
  }

  /**
   * The executable: {@code -Dcountermand.chromium}, or the variable {@code COUNTERMAND_CHROMIUM},
   * or the first of the usual names on the path.
   */
  static Optional<Path> installed() {
    Stream<String> named =
        Stream.of(System.getProperty("countermand.chromium"), System.getenv("COUNTERMAND_CHROMIUM"))
            .filter(Objects::nonNull);
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin");
    Stream<String> usual =
        NAMES.stream()
            .flatMap(
                name ->
                    Stream.of(path.split(File.pathSeparator, -1))
                        .map(folder -> folder + File.separator + name));
    return Stream.concat(named, usual).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
