package org.countermand.it;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap.When;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.countermand.sandbox.warehouse.Warehouse;

/** A moment of one call to the outside at which a node may die. */
record Boundary(Call call, When when) {

  /** Every call that changes something outside. */
  enum Call {
    HOLD("HOLD", PartKind.REFUND),
    VOID("REIMBURSE", PartKind.VOID),
    REFUND("REIMBURSE", PartKind.REFUND),
    RELEASE("RELEASE", PartKind.REFUND);

    private final String step;
    private final PartKind kind;

    Call(String step, PartKind kind) {
      this.step = step;
      this.kind = kind;
    }

    /** The kind of step that makes it. */
    String step() {
      return step;
    }

    /** How the money of the order goes back that is used for it. */
    PartKind kind() {
      return kind;
    }
  }

  /** All there are. */
  static Stream<Boundary> all() {
    return Arrays.stream(Call.values())
        .flatMap(call -> Arrays.stream(When.values()).map(when -> new Boundary(call, when)));
  }

  /** The faults of whoever is called. */
  Faults faults(World world) {
    return call == Call.HOLD || call == Call.RELEASE
        ? world.party(Warehouse.class).faults()
        : world.party(PaymentServer.class).faults();
  }

  /**
   * The call of this order; a release names its hold only, which nobody knows before it is asked
   * for.
   */
  Match match(PlacedOrder order) {
    return switch (call) {
      case HOLD -> new Match("PUT", "^/v1/holds/", order.number());
      case VOID -> Match.of("POST", "^/v1/payment_intents/" + order.payment() + "/cancel$");
      case REFUND -> new Match("POST", "^/v1/refunds$", order.payment());
      case RELEASE -> throw new IllegalArgumentException("known by its hold");
    };
  }

  @Override
  public String toString() {
    return (call + " " + when).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
