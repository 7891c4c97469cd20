package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;

/** Somebody at a browser. His words for things on a page are the ids of their elements. */
final class Visitor {

  private final Visits visits;
  private final Manner manner;
  private final BrowserContext context;
  private final Complaints complaints;
  private Page page;

  Visitor(Visits visits, Manner manner, BrowserContext context) {
    this.visits = visits;
    this.manner = manner;
    this.context = context;
    complaints = new Complaints(context);
    page = context.newPage();
  }

  Manner manner() {
    return manner;
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  /** Opens another tab and looks at it from now on; gives the one before. */
  Page openTab() {
    Page before = page;
    page = context.newPage();
    return before;
  }

  /** Looks at this tab from now on. */
  void turnTo(Page tab) {
    page = tab;
  }

  /** Goes to an address and says with which status it answered. */
  int open(URI address) {
    return open(address.toString());
  }

  int open(String address) {
    Response response = page.navigate(address);
    return response == null ? 0 : response.status();
  }

  /** The element with this id; Faces writes colons into ids, which mean something else in CSS. */
  Locator element(String id) {
    return page.locator("[id='" + id + "']");
  }

  void types(String id, String text) {
    element(id).fill(text);
  }

  void presses(String id) {
    element(id).click();
  }

  /** Waits until this element is there. */
  void sees(String id) {
    assertThat(element(id)).isVisible();
  }

  void seesHeading(String text) {
    assertThat(page.locator("h1")).hasText(text);
  }

  /** Everything that can be read on the page, with plain spaces. */
  String text() {
    return plain(page.locator("main").innerText());
  }

  /** What an element says, with plain spaces. */
  String text(String id) {
    return plain(element(id).innerText());
  }

  /** Narrow and no-break spaces keep amounts together; for reading them they are spaces. */
  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  /** Looks at the page as a whole, and keeps its picture under the name. */
  void inspects(String name) {
    new Inspection(this, visits).of(name);
  }

  /** The next pages may answer with this status. */
  void expectsStatus(int status) {
    complaints.tolerate(status);
  }

  List<String> complaints() {
    return complaints.heard();
  }

  void photographFailure(String test) {
    int number = 0;
    for (Page tab : context.pages()) {
      Screenshots.take(tab, "failed-" + test + "-" + ++number + "-" + context.hashCode());
    }
  }
}
