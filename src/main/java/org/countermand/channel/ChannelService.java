package org.countermand.channel;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.ImportReport;
import org.countermand.channel.model.OrderDay;
import org.countermand.channel.model.OrderFile;
import org.countermand.channel.model.RefusedOrder;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.order.OrderService;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Placed;

/** The door through which files of orders come in. */
@Stateless
public class ChannelService {

  /** Files belong to a shop, not to an order. */
  private static final UUID NO_ORDER = new UUID(0, 0);

  @Inject OrderFile orderFile;

  @Inject OrderService orders;

  /**
   * Takes in the orders of one day of a file; a second time changes nothing.
   *
   * @param file read to its end, not closed
   * @param day the day by the shop's calendar, or empty for the day of the first row
   * @return what became of every row and order; refused if the actor may not, or as {@link
   *     OrderFile#read} says
   */
  public Decision<ImportReport> importDay(Actor actor, InputStream file, Optional<LocalDate> day) {
    List<Finding> refusal =
        Access.findings(
            actor, Action.IMPORT_ORDERS, new Access.Subject(orderFile.shop(), NO_ORDER));
    return refusal.isEmpty() ? orderFile.read(file, day).map(this::place) : Decision.no(refusal);
  }

  /** Who may import may not place orders of his own making, so the import itself places them. */
  private ImportReport place(OrderDay day) {
    Actor importer = new Actor.System("import");
    int created = 0;
    int alreadyThere = 0;
    List<RefusedOrder> refused = new ArrayList<>();
    for (NewOrder order : day.orders()) {
      Decision<Placed> decision = orders.place(importer, order);
      if (decision instanceof Decision.Refused<Placed> no) {
        refused.add(new RefusedOrder(order.order().channelNumber(), no.findings()));
      } else if (((Decision.Accepted<Placed>) decision).value().created()) {
        created++;
      } else {
        alreadyThere++;
      }
    }
    return new ImportReport(day.day(), created, alreadyThere, refused, day.rows());
  }
}
