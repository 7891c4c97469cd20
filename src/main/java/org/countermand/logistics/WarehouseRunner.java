package org.countermand.logistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.Warehouse;

/** Makes calls to warehouses, outside every transaction. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class WarehouseRunner {

  @Inject @Any private Instance<Warehouse> warehouses;

  public Outcome<HoldAnswer> hold(HoldRequest request) {
    return warehouse(request.warehouse())
        .map(warehouse -> warehouse.hold(request))
        .orElseGet(() -> unknown(request.warehouse()));
  }

  public Outcome<Optional<HoldAnswer>> find(HoldRequest request) {
    return warehouse(request.warehouse())
        .map(warehouse -> warehouse.find(request.id()))
        .orElseGet(() -> unknown(request.warehouse()));
  }

  public Outcome<HoldAnswer> release(String name, UUID holdId) {
    return warehouse(name)
        .map(warehouse -> warehouse.release(holdId))
        .orElseGet(() -> unknown(name));
  }

  public Outcome<HoldAnswer> unhold(String name, UUID holdId) {
    return warehouse(name)
        .map(warehouse -> warehouse.unhold(holdId))
        .orElseGet(() -> unknown(name));
  }

  private Optional<Warehouse> warehouse(String name) {
    return warehouses.stream().filter(warehouse -> warehouse.name().equals(name)).findFirst();
  }

  private static <T> Outcome<T> unknown(String warehouse) {
    return new Outcome.Refused<>(Finding.of(ReasonCode.UNSUPPORTED, "warehouse", warehouse));
  }
}
