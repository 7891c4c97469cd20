package org.countermand.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.kernel.SearchText;
import org.countermand.kernel.Slice;
import org.countermand.order.model.GuestOrder;
import org.countermand.order.model.Intake;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderFilter;
import org.countermand.order.model.OrderRow;
import org.countermand.order.model.OrderSearch;
import org.countermand.order.model.Placed;
import org.countermand.order.model.Purchase;
import org.countermand.order.model.ShopChannel;
import org.countermand.order.model.UnitRange;
import org.countermand.order.store.OrderListRepository;
import org.countermand.order.store.OrderLoader;
import org.countermand.order.store.OrderRepository;
import org.countermand.order.store.PurchaseRepository;

/** The door to orders: intake, reading, and the claiming of units. */
@Stateless
public class OrderService {

  @Inject private OrderRepository orders;
  @Inject private OrderLoader loader;
  @Inject private PurchaseRepository purchases;
  @Inject private OrderListRepository list;

  /**
   * Takes an order in. The same channel and number with the same payload gives the order that is
   * already there; with another payload it is refused as {@link ReasonCode#ORDER_CONFLICT}.
   */
  public Decision<Placed> place(Actor actor, NewOrder order) {
    List<Finding> refusal =
        Access.findings(
            actor,
            Action.PLACE_ORDER,
            new Access.Subject(order.order().shop(), order.order().id()));
    if (!refusal.isEmpty()) {
      return Decision.no(refusal);
    }
    List<Finding> findings = order.findings();
    return findings.isEmpty() ? orders.insert(order) : Decision.no(findings);
  }

  /**
   * Takes many orders of one shop's channel in, each as {@link #place} would.
   *
   * @param dryRun whether it is only told what would become of them
   */
  public List<Intake> placeAll(Actor actor, List<NewOrder> many, boolean dryRun) {
    List<Intake> intakes = new ArrayList<>();
    List<NewOrder> sound = new ArrayList<>();
    for (NewOrder order : many) {
      List<Finding> findings =
          Access.findings(
              actor,
              Action.PLACE_ORDER,
              new Access.Subject(order.order().shop(), order.order().id()));
      findings = findings.isEmpty() ? order.findings() : findings;
      if (findings.isEmpty()) {
        sound.add(order);
      } else {
        intakes.add(new Intake(order.order().channelNumber(), false, findings));
      }
    }
    intakes.addAll(dryRun ? loader.tryOut(sound) : loader.load(sound));
    return intakes;
  }

  /** What one customer bought through one of a shop's channels; nothing for who may not see it. */
  public List<Purchase> purchases(Actor actor, String shop, String channel, String email) {
    return actor instanceof Actor.Customer
            || Access.refusal(actor, Action.VIEW_ORDER, new Access.Subject(shop, Access.NO_ORDER))
                .isPresent()
        ? List.of()
        : purchases.of(shop, channel, email);
  }

  /** The order, or nothing where there is none that this actor may see. */
  public Optional<Order> find(Actor actor, UUID orderId) {
    return orders.find(orderId).filter(order -> visible(actor, order));
  }

  /** One page of the orders that fit; empty for those who may not list them. */
  public Slice<OrderRow> list(Actor actor, OrderSearch search) {
    return lists(actor) ? list.page(actor.shop(), search) : Slice.empty();
  }

  /**
   * The one order that somebody means who types a number, a name or an address: the only one of
   * exactly this number, else the only one that the text is found in; nothing if there are several.
   */
  public Optional<UUID> meant(Actor actor, SearchText text) {
    if (!lists(actor)) {
      return Optional.empty();
    }
    List<OrderRow> rows = list.numbered(actor.shop(), text.text());
    if (rows.isEmpty()) {
      rows = list.page(actor.shop(), OrderSearch.first(OrderFilter.of(text), 2)).rows();
    }
    return rows.size() == 1 ? Optional.of(rows.get(0).id()) : Optional.empty();
  }

  /** The shops and channels that orders have come from. */
  public List<ShopChannel> sources(Actor actor) {
    return lists(actor) ? list.sources(actor.shop()) : List.of();
  }

  /**
   * The order that a guest means, if number and e-mail belong together. Only the system asks, on
   * behalf of somebody who is nobody yet; the answer is never shown to him.
   */
  public Optional<GuestOrder> findForGuest(Actor actor, String number, String email) {
    return Access.refusal(actor, Action.FIND_ORDER_FOR_GUEST).isPresent()
        ? Optional.empty()
        : orders.findForGuest(number, email);
  }

  /** Locks the order's row until the transaction ends, and reads it afresh. */
  public Optional<Order> lock(Actor actor, UUID orderId) {
    return orders.lock(orderId).filter(order -> visible(actor, order));
  }

  /** Takes units and charges for a cancellation; the caller holds the order's lock. */
  public void claim(
      Actor actor,
      UUID orderId,
      UUID cancellationId,
      Map<UUID, List<UnitRange>> units,
      List<UUID> charges) {
    require(actor);
    orders.claim(orderId, cancellationId, units, charges);
  }

  /** Gives all units and charges back that a cancellation has taken. */
  public void unclaim(Actor actor, UUID cancellationId) {
    require(actor);
    orders.unclaim(cancellationId);
  }

  private static boolean lists(Actor actor) {
    return Access.refusal(actor, Action.LIST_ORDERS).isEmpty();
  }

  private static boolean visible(Actor actor, Order order) {
    return Access.refusal(actor, Action.VIEW_ORDER, new Access.Subject(order.shop(), order.id()))
        .isEmpty();
  }

  private static void require(Actor actor) {
    if (Access.refusal(actor, Action.REQUEST_CANCELLATION).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
