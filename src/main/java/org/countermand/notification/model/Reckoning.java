package org.countermand.notification.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;

/** Writes what was bought, and what goes back, as rows of amounts. */
final class Reckoning {

  private final Voice voice;
  private final Order order;

  Reckoning(Voice voice, Order order) {
    this.voice = voice;
    this.order = order;
  }

  /** The whole order as charged. */
  Block bought() {
    List<Block.Row> rows = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      rows.add(row(units(line, line.quantity()), line.total(order.priceBasis())));
    }
    for (Charge charge : order.charges()) {
      rows.add(row(charge(charge.kind().name()), charge.total(order.priceBasis())));
    }
    rows.add(total(order.total()));
    return new Block.Amounts(rows);
  }

  /** The units asked for, with amounts where they are quoted. */
  Block goingBack(EventFacts facts) {
    List<Block.Row> rows = new ArrayList<>();
    for (EventFacts.Line line : facts.lines()) {
      String amount = line.total().map(voice::money).orElse("");
      rows.add(new Block.Row(units(line(line.id()), line.units()), amount, false));
    }
    facts.charges().forEach(charge -> rows.add(row(charge(charge.kind()), charge.total())));
    for (EventFacts.Deduction deduction : facts.deductions()) {
      String label = voice.say("deduction." + deduction.kind(), Map.of("code", deduction.code()));
      rows.add(row(label, deduction.amount()));
    }
    facts.total().ifPresent(total -> rows.add(total(total)));
    for (EventFacts.Tax tax : facts.taxes()) {
      String rate = voice.percent(tax.rate());
      rows.add(row(voice.say("letter.tax", Map.of("rate", rate)), tax.amount()));
    }
    return new Block.Amounts(rows);
  }

  /** How and by when the money goes back, one sentence for each means of payment. */
  Optional<Block> ways(EventFacts facts) {
    List<String> sentences = facts.tenders().stream().map(this::way).toList();
    return sentences.isEmpty() ? Optional.empty() : Optional.of(new Block.Sentences(sentences));
  }

  private String way(EventFacts.Tender tender) {
    String amount = voice.money(tender.amount());
    return tender
        .by()
        .map(
            by ->
                voice.say(
                    "letter.way." + tender.kind(),
                    Map.of("amount", amount, "tender", tender.label(), "date", voice.date(by))))
        .orElseGet(
            () ->
                voice.say(
                    "letter.way.undated." + tender.kind(),
                    Map.of("amount", amount, "tender", tender.label())));
  }

  private OrderLine line(UUID lineId) {
    return order
        .line(lineId)
        .orElseThrow(() -> new IllegalArgumentException("The order has no line " + lineId));
  }

  private String units(OrderLine line, int units) {
    return voice.say(
        "letter.units", Map.of("units", Integer.toString(units), "item", line.description()));
  }

  private String charge(String kind) {
    return voice.say("charge." + kind);
  }

  private Block.Row total(Money total) {
    return new Block.Row(voice.say("letter.total"), voice.money(total), true);
  }

  private Block.Row row(String label, Money amount) {
    return new Block.Row(label, voice.money(amount), false);
  }
}
