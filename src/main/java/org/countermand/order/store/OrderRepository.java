package org.countermand.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.Orders;
import org.countermand.order.model.Placed;
import org.countermand.order.model.UnitRange;

/** Keeps orders. */
@ApplicationScoped
public class OrderRepository implements Orders {

  @Override
  public Optional<Order> find(UUID orderId) {
    throw new UnsupportedOperationException();
  }

  public Optional<Order> findByNumber(String channel, String number) {
    throw new UnsupportedOperationException();
  }

  public Optional<Order> findForGuest(String number, String email) {
    throw new UnsupportedOperationException();
  }

  public Optional<Order> lock(UUID orderId) {
    throw new UnsupportedOperationException();
  }

  public Decision<Placed> insert(NewOrder order) {
    throw new UnsupportedOperationException();
  }

  public void claim(
      UUID orderId, UUID cancellationId, Map<UUID, List<UnitRange>> units, List<UUID> charges) {
    throw new UnsupportedOperationException();
  }

  public void unclaim(UUID cancellationId) {
    throw new UnsupportedOperationException();
  }
}
