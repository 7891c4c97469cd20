package org.countermand.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.World;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/** A few callers at once who place orders and cancel them, whole or in part, paid or authorized. */
final class Load implements AutoCloseable {

  private static final long GOODS = 6000;
  private static final int UNITS = 3;

  private final PatientShop shop;
  private final String prefix;
  private final ExecutorService callers;
  private final List<Future<Asked>> asked = new ArrayList<>();

  /**
   * Idle callers.
   *
   * @param prefix of the orders' numbers
   */
  Load(World world, String prefix, int callers) {
    this.shop = new PatientShop(world);
    this.prefix = prefix;
    this.callers = Executors.newFixedThreadPool(callers);
  }

  /** Lets the callers place and cancel so many more orders, as fast as they can. */
  void release(int orders) {
    for (int i = 0; i < orders; i++) {
      int n = asked.size();
      asked.add(callers.submit(() -> ask(n)));
    }
  }

  /** What was asked for in all, once every caller has his answer. */
  List<Asked> all() throws Exception {
    List<Asked> all = new ArrayList<>();
    for (Future<Asked> each : asked) {
      all.add(each.get());
    }
    return all;
  }

  private Asked ask(int n) {
    boolean captured = n % 4 < 2;
    boolean whole = n % 2 == 0;
    int units = whole ? UNITS : 1;
    String number = prefix + "-" + n;
    OrderDraft draft =
        OrderDraft.anOrder(number)
            .line("SOAK-1", "Candle", UNITS, GOODS)
            .by("Ana Muster", number.toLowerCase(Locale.ROOT) + "@example.org");
    PlacedOrder order = shop.place(captured ? draft.captured() : draft.authorized(), n);
    String id = shop.cancel(order, Map.of(1, units), "load-" + number, n);
    PartKind undone = whole ? PartKind.VOID : PartKind.CEILING;
    return new Asked(
        id,
        order,
        draft.email(),
        captured ? PartKind.REFUND : undone,
        GOODS / UNITS * units,
        Map.of("SOAK-1", units));
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
