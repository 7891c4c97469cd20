package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who uses no pointer: Tab, Enter, Space and what he types. */
final class Keyboard {

  private static final int MOST_STOPS = 120;

  private static final String FOCUSED = "() => document.activeElement && document.activeElement.id";

  private static final String SHOWN =
      """
      () => {
        const look = getComputedStyle(document.activeElement);
        return (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0)
          || look.boxShadow !== 'none';
      }
      """;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** Presses Tab until the element has the focus, and sees that it has. */
  void tabsTo(String id) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (id.equals(page.evaluate(FOCUSED))) {
        assertThat((Boolean) page.evaluate(SHOWN)).as("the focus on " + id + " shows").isTrue();
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(id + " was not reached by Tab on " + page.url());
  }

  void types(String text) {
    page.keyboard().type(text);
  }

  void pressesEnter() {
    page.keyboard().press("Enter");
  }

  void pressesSpace() {
    page.keyboard().press("Space");
  }
}
