package org.countermand.e2e;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.sandbox.shop.OrderDraft;

/** A buyer on the way from the first page to his money, one step a method. */
final class Buyer {

  private static final Pattern ID = Pattern.compile("[?&](?:c|q|id)=([0-9a-f-]{36})");

  private final Backstage backstage;
  private final Visitor visitor;
  private final OrderDraft bought;

  Buyer(Backstage backstage, Visitor visitor, OrderDraft bought) {
    this.backstage = backstage;
    this.visitor = visitor;
    this.bought = bought;
  }

  /** Names the order and the address on the first page, which leads to the page for the code. */
  void asksForCode() {
    visitor.open(backstage.page("/"));
    names(bought.number(), bought.email());
  }

  void names(String number, String email) {
    visitor.types("find:number", number);
    visitor.types("find:email", email);
    visitor.presses("find:submit");
    visitor.sees("code:submit");
  }

  /** Types the code of the letter that belongs to the page he is on. */
  void answers() {
    answers(backstage.code(bought.email(), idInAddress()));
    visitor.sees("order");
  }

  void answers(String code) {
    visitor.types("code:code", code);
    visitor.presses("code:submit");
  }

  /** Comes to the order with a code. */
  void comesIn() {
    asksForCode();
    answers();
  }

  /** Comes to the order by the link of a letter about it. */
  void comesInByLink() {
    visitor.open(backstage.orderLink(bought.email()));
    visitor.sees("order");
  }

  Locator unitsOf(String sku) {
    return visitor.page().locator("select[data-sku='" + sku + "']");
  }

  void chooses(String sku, int units) {
    unitsOf(sku).selectOption(Integer.toString(units));
  }

  /** Has the amounts worked out. */
  void asksForAmounts() {
    visitor.presses("order:submit");
    visitor.sees("quotation");
  }

  /** Ticks the box. */
  void agrees() {
    visitor.element("quotation:agree").check();
  }

  /** Sends the form, which leads to where it stands. */
  void confirms() {
    visitor.presses("quotation:submit");
    visitor.sees("state");
  }

  /** Cancels units of one line; gives the cancellation's id. */
  String cancels(String sku, int units) {
    chooses(sku, units);
    asksForAmounts();
    agrees();
    confirms();
    return idInAddress();
  }

  /** The id in the address of the page he is on. */
  String idInAddress() {
    Matcher matcher = ID.matcher(visitor.page().url());
    if (!matcher.find()) {
      throw new AssertionError("No id in " + visitor.page().url());
    }
    return matcher.group(1);
  }
}
