package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What holds on every page: it speaks the language that was asked for, leaves no text unfinished,
 * fits a phone, and keeps the rules of WCAG 2.2 AA that a program can check.
 */
final class Inspection {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  /** A key without a sentence, or a sentence whose parameter was forgotten. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\?\\?\\?[^ ]*|\\{[A-Za-z0-9_.]+\\}|#\\{[^}]*\\}");

  /**
   * Everything that is read out or shown, also what stands in attributes; but for samples of what
   * to write, which may well stand in braces, and what somebody wrote into a field.
   */
  private static final String WORDS =
      """
      () => [document.title,
        [...document.querySelectorAll('code')].reduce(
            (words, sample) => words.replace(sample.innerText, ''), document.body.innerText),
        ...[...document.querySelectorAll('*')].flatMap(e =>
          ['aria-label', 'alt', 'title', 'placeholder', 'value', 'content']
            .filter(a => a !== 'value' || e.type !== 'text')
            .map(a => e.getAttribute(a)).filter(v => v && !/^[A-Za-z0-9+\\/=_-]{40,}$/.test(v)))
      ].join('\\n')
      """;

  /** Empty if the page fits; else the elements that stick out, the outermost first. */
  private static final String TOO_WIDE =
      """
      () => document.documentElement.scrollWidth <= window.innerWidth ? ''
        : document.documentElement.scrollWidth + ': ' + [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > window.innerWidth)
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 8).join(' | ')
      """;

  private static final Set<String> PICTURED = ConcurrentHashMap.newKeySet();

  private final Visitor visitor;
  private final Visits visits;

  Inspection(Visitor visitor, Visits visits) {
    this.visitor = visitor;
    this.visits = visits;
  }

  void of(String name) {
    Page page = visitor.page();
    page.waitForLoadState();
    speaks(name, page);
    fits(name, page);
    if (visitor.manner().scripts()) {
      isAccessible(name, page);
    } else {
      // The checker is a script, so it runs in a browser that runs scripts, at the same address.
      Visitor twin = visits.twinOf(visitor);
      twin.open(page.url());
      isAccessible(name, twin.page());
      twin.context().close();
    }
    assertThat(visitor.complaints()).as("complaints of the browser on " + name).isEmpty();
  }

  private void speaks(String name, Page page) {
    assertThat(page.locator("html").getAttribute("lang"))
        .as("language of " + name)
        .startsWith(visitor.manner().language());
    assertThat(page.title()).as("title of " + name).isNotBlank();
    assertThat(UNFINISHED.matcher((String) page.evaluate(WORDS)).results().map(r -> r.group()))
        .as("unfinished texts of " + name)
        .isEmpty();
  }

  /** Looks on both screens, whatever the visitor's own is, and comes back to his. */
  private void fits(String name, Page page) {
    String suffix = visitor.manner().dark() ? "-dark" : "";
    for (Device device : Device.values()) {
      page.setViewportSize(device.width, device.height);
      if (Screenshots.WANTED && PICTURED.add(name + suffix + device)) {
        Screenshots.take(page, name + "-" + device.width + suffix);
      }
      assertThat((String) page.evaluate(TOO_WIDE))
          .as("what makes " + name + " scroll sideways on " + device)
          .isEmpty();
    }
    Device own = visitor.manner().device();
    page.setViewportSize(own.width, own.height);
  }

  private static void isAccessible(String name, Page page) {
    List<Rule> violations =
        new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze().getViolations();
    assertThat(violations.stream().map(Inspection::told)).as("barriers on " + name).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .map(node -> "\n  " + node.getHtml() + "\n    " + node.getFailureSummary())
            .toList();
  }
}
