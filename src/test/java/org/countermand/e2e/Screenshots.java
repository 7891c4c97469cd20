package org.countermand.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of pages, for people to look at; nothing is compared with them, so they are taken only
 * with {@code -Dcountermand.pictures}.
 */
final class Screenshots {

  static final boolean WANTED = System.getProperty("countermand.pictures") != null;

  private static final Path FOLDER = Path.of("target/screenshots");

  private Screenshots() {}

  static void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
  }
}
