package org.countermand.portal.customer;

import java.util.List;
import java.util.stream.IntStream;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;

/** One line of the order on its page: what it is, and how many units the buyer wants to cancel. */
public class LineRow {

  private final Order order;
  private final OrderLine line;
  private final LineVerdict verdict;
  private final Sentences sentences;
  private int units;

  LineRow(Order order, OrderLine line, LineVerdict verdict, Sentences sentences) {
    this.order = order;
    this.line = line;
    this.verdict = verdict;
    this.sentences = sentences;
  }

  public String getName() {
    return line.description();
  }

  public String getSku() {
    return line.sku();
  }

  public String getPrice() {
    return sentences.money(line.total(order.priceBasis()));
  }

  public String getOrdered() {
    return sentences.say("page.order.ordered", "units", line.quantity());
  }

  /** How many units earlier cancellations have taken, as words, or empty. */
  public String getCancelledBefore() {
    int taken = line.claims().units();
    return taken == 0 ? "" : sentences.say("page.order.cancelledBefore", "units", taken);
  }

  public boolean isCancellable() {
    return verdict.cancellable();
  }

  public boolean isReview() {
    return isCancellable() && verdict.effect() == Effect.REVIEW;
  }

  /** Why it cannot be cancelled, or why a person has to decide. */
  public List<String> getReasons() {
    return sentences.say(verdict.findings());
  }

  /** The quantities to choose from. */
  public List<Integer> getChoices() {
    return IntStream.rangeClosed(0, verdict.free()).boxed().toList();
  }

  public String getOfItem() {
    return sentences.say("page.order.quantity.of", "item", line.description());
  }

  public String getAtMost() {
    return sentences.say("page.order.quantity.max", "units", verdict.free());
  }

  public int getUnits() {
    return units;
  }

  public void setUnits(int units) {
    this.units = units;
  }

  void chooseAll() {
    units = isCancellable() ? verdict.free() : 0;
  }

  boolean isChosen() {
    return isCancellable() && units > 0;
  }

  Ask ask() {
    return new Ask(line.id(), units);
  }
}
