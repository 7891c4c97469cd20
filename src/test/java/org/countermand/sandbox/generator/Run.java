package org.countermand.sandbox.generator;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.countermand.consent.model.Disclosures;
import org.countermand.order.model.Ask;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;

/** One run of the generator, order by order in the order of their days. */
final class Run {

  private static final int DAYS = 400;

  /** So many orders are handed over at once. */
  private static final int BATCH = 1000;

  private final int orders;
  private final Instant until;
  private final LedgerSink ledger;
  private final Dice dice;
  private final Till till;
  private final Sheets sheets = new Sheets();
  private final OrderRows orderRows = new OrderRows(sheets);
  private final Story story;
  private int left;

  Run(
      long seed,
      int orders,
      int cancellations,
      Instant until,
      Standing standing,
      Disclosures disclosures,
      LedgerSink ledger) {
    this.orders = orders;
    this.until = until;
    this.ledger = ledger;
    left = cancellations;
    dice = new Dice(seed);
    till = new Till(dice, seed, orders);
    story = new Story(dice, new Scribe(dice, sheets, standing), standing, disclosures, until);
  }

  long print(Sheets.Press press) throws SQLException, IOException {
    // A whole day lies between the last order and the end, in which all can come to its end.
    LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC).minusDays(2);
    for (int number = 0; number < orders; number++) {
      int ago = DAYS - 1 - (int) ((long) number * DAYS / orders);
      make(number, till.momentOf(last.minusDays(ago)), ago);
      if ((number + 1) % BATCH == 0) {
        sheets.print(press);
      }
    }
    sheets.print(press);
    return sheets.rows();
  }

  private void make(int number, Instant placed, int ago) throws IOException {
    boolean cancelled = dice.below(orders - number) < left;
    Fate fate = Fate.any(dice);
    Order order = till.sell(number, placed, cancelled ? fate.stage() : stage(ago));
    orderRows.write(order, placed.plusSeconds(dice.between(1, 90)));
    Purse purse = new Purse(order);
    if (cancelled) {
      cancel(order, purse, fate, placed);
    }
    purse.write(sheets, ledger, placed);
  }

  private void cancel(Order order, Purse purse, Fate fate, Instant placed) {
    Instant at = placed.plus(lag(placed));
    boolean twice = left > 1 && fate.isSimple() && Wish.units(order) > 1 && dice.perMille(80);
    List<Ask> asks = twice ? Wish.little(order) : Wish.any(order, dice);
    left--;
    Order after = story.tell(order, purse, fate, asks, at);
    if (twice) {
      left--;
      story.tell(
          after,
          purse,
          Fate.simple(dice),
          Wish.any(after, dice),
          at.plus(Duration.ofMinutes(dice.between(5, 300))));
    }
  }

  /** Most change their minds at once; hardly anybody after days. */
  private Duration lag(Instant placed) {
    long seconds =
        switch (dice.weighed(50, 30, 15, 5)) {
          case 0 -> dice.between(90, 3_600);
          case 1 -> dice.between(3_600, 43_200);
          case 2 -> dice.between(43_200, 259_200);
          default -> dice.between(259_200, 864_000);
        };
    long most = Duration.between(placed, until).minusHours(6).toSeconds();
    return Duration.ofSeconds(Math.min(seconds, most)).plusMillis(dice.below(1000));
  }

  private FulfilmentStage stage(int ago) {
    if (ago > 5) {
      return FulfilmentStage.DELIVERED;
    }
    return switch (dice.weighed(2, 2, 1, 1, Math.max(1, ago))) {
      case 0 -> FulfilmentStage.NOT_STARTED;
      case 1 -> FulfilmentStage.ALLOCATED;
      case 2 -> FulfilmentStage.PICKING;
      case 3 -> FulfilmentStage.PACKED;
      default -> FulfilmentStage.HANDED_OVER;
    };
  }
}
