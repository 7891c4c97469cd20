package org.countermand.sandbox.warehouse;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.http.FaultRoutes;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.LoopbackServer;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.countermand.sandbox.http.Site;
import org.countermand.sandbox.webhook.Endpoint;
import org.countermand.sandbox.webhook.Postman;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse on 127.0.0.1 that can be asked to hold units of an order, to pack them after all, or
 * to put them back into stock. It says yes until it is told to behave otherwise. Made, started
 * once, closed; with a file it remembers what an earlier one with the same file did, but a late
 * answer that was still to come is then never given.
 */
public final class Warehouse implements AutoCloseable {

  /** The token that it accepts unless told another. */
  public static final String TOKEN = "warehouse-sandbox";

  private final String token;
  private final Faults faults = new Faults();
  private final Postman postman = new Postman("Warehouse-Signature");
  private final Stockroom stockroom;
  private final Holds holds;
  private final Router api = new Router();
  private final Router control = new Router();
  private @Nullable LoopbackServer server;

  /** Remembers nothing and accepts {@link #TOKEN}. */
  public Warehouse() {
    this(TOKEN, null);
  }

  /**
   * Reads what is remembered.
   *
   * @param token the bearer token that clients send
   * @param file where the holds are kept, made when it does not exist; null for memory only
   */
  public Warehouse(String token, @Nullable Path file) {
    this.token = token;
    stockroom = new Stockroom(file);
    holds = new Holds(stockroom, postman);
    holds.on(api);
    new WarehouseView(stockroom).on(control);
    new FaultRoutes(faults).on(control);
    control
        .on("POST", "/control/behaviour", this::behave)
        .on("POST", "/control/callback", this::tell);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   */
  public Warehouse start(int port) {
    server = new LoopbackServer(port, new Gate(), faults);
    return this;
  }

  /** The base URL for clients, without a slash at the end. */
  public URI uri() {
    return Objects.requireNonNull(server, "not started").uri();
  }

  /** What goes wrong with calls to {@code /v1}. */
  public Faults faults() {
    return faults;
  }

  /** What carries the callbacks. */
  public Postman postman() {
    return postman;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    holds.close();
    postman.close();
    stockroom.close();
  }

  private Response behave(Request request) {
    holds.behave(Json.read(request.body(), Behaviour.class));
    return Response.empty();
  }

  private Response tell(Request request) {
    // There is one partner: a new address replaces the old one.
    Endpoint endpoint = Json.read(request.body(), Endpoint.class);
    postman.tellNobody();
    postman.tell(endpoint);
    return Response.empty();
  }

  private final class Gate implements Site {

    @Override
    public Response answer(Request request, Runnable beforeWork) {
      beforeWork.run();
      boolean partner = request.path().startsWith("/v1/");
      if (partner && !request.header("Authorization").equals(Optional.of("Bearer " + token))) {
        return Response.problem(401, "unauthorized", "The token is not known.");
      }
      return (partner ? api : control)
          .answer(request)
          .orElseGet(() -> Response.problem(404, "not_found", "There is nothing here."));
    }
  }
}
