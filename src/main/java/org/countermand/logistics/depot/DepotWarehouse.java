package org.countermand.logistics.depot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Outcome;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.Warehouse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A warehouse that speaks the depot protocol: holds under ids of our choosing, over HTTP and JSON.
 *
 * <p>Configured by {@code countermand.warehouse.base} (without it nothing is attempted) and {@code
 * countermand.warehouse.token}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class DepotWarehouse implements Warehouse {

  private final DepotHttp http;

  /** For the container's proxies only, which pass every call on. */
  protected DepotWarehouse() {
    this(Optional.empty(), Optional.empty());
  }

  @Inject
  public DepotWarehouse(
      @ConfigProperty(name = "countermand.warehouse.base") Optional<String> base,
      @ConfigProperty(name = "countermand.warehouse.token") Optional<String> token) {
    this(new DepotHttp(base.orElse(""), token.orElse(""), DepotHttp.PATIENCE));
  }

  DepotWarehouse(DepotHttp http) {
    this.http = http;
  }

  @Override
  public String name() {
    return "depot";
  }

  @Override
  public Outcome<HoldAnswer> hold(HoldRequest request) {
    return change("PUT", request.id(), "", Optional.of(DepotJson.write(request)));
  }

  @Override
  public Outcome<HoldAnswer> unhold(UUID holdId) {
    return change("POST", holdId, "/unhold", Optional.empty());
  }

  @Override
  public Outcome<HoldAnswer> release(UUID holdId) {
    return change("POST", holdId, "/release", Optional.empty());
  }

  @Override
  public Outcome<Optional<HoldAnswer>> find(UUID holdId) {
    if (http.base().isEmpty()) {
      return new Outcome.NotAttempted<>("no warehouse is configured");
    }
    try {
      HttpResponse<String> response = http.send("GET", path(holdId), Optional.empty());
      if (response.statusCode() == 404) {
        return new Outcome.Settled<>(Optional.empty());
      }
      return found(DepotOutcome.of(response, holdId));
    } catch (IOException e) {
      return DepotOutcome.failed(e);
    }
  }

  private Outcome<HoldAnswer> change(
      String method, UUID holdId, String verb, Optional<String> json) {
    if (http.base().isEmpty()) {
      return new Outcome.NotAttempted<>("no warehouse is configured");
    }
    try {
      return DepotOutcome.of(http.send(method, path(holdId) + verb, json), holdId);
    } catch (IOException e) {
      return DepotOutcome.failed(e);
    }
  }

  /** A look-up is settled whatever it finds; only a look-up that fails is not. */
  private static Outcome<Optional<HoldAnswer>> found(Outcome<HoldAnswer> outcome) {
    if (outcome instanceof Outcome.Settled<HoldAnswer> settled) {
      return new Outcome.Settled<>(Optional.of(settled.value()));
    }
    if (outcome instanceof Outcome.Accepted<HoldAnswer> accepted) {
      return new Outcome.Settled<>(Optional.of(accepted.value()));
    }
    if (outcome instanceof Outcome.NotAttempted<HoldAnswer> not) {
      return new Outcome.NotAttempted<>(not.why());
    }
    return outcome instanceof Outcome.Refused<HoldAnswer> refused
        ? new Outcome.Unknown<>(refused.finding().toString(), false)
        : new Outcome.Unknown<>(((Outcome.Unknown<HoldAnswer>) outcome).why(), false);
  }

  private static String path(UUID holdId) {
    return "/v1/holds/" + holdId;
  }
}
