package org.countermand.sandbox.bank;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.http.FaultRoutes;
import org.countermand.sandbox.http.LoopbackServer;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.countermand.sandbox.http.Site;
import org.jspecify.annotations.Nullable;

/**
 * A bank on 127.0.0.1 that carries out SEPA credit transfers: at once, until it is told otherwise.
 * Made, started once, closed; with a file it remembers what an earlier one with the same file did.
 */
public final class Bank implements AutoCloseable {

  private final String token;
  private final Faults faults = new Faults();
  private final BankBook book;
  private final Router api = new Router();
  private final Router control = new Router();
  private @Nullable LoopbackServer server;

  /**
   * Reads what is remembered.
   *
   * @param token the bearer token that clients send
   * @param file where the transfers are kept, made when it does not exist; null for memory only
   */
  public Bank(String token, @Nullable Path file) {
    this.token = token;
    book = new BankBook(file);
    new Counter(book).on(api, control);
    new BankView(book).on(control);
    new FaultRoutes(faults).on(control);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   */
  public Bank start(int port) {
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

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    book.close();
  }

  private final class Gate implements Site {

    @Override
    public Response answer(Request request, Runnable beforeWork) {
      beforeWork.run();
      boolean client = request.path().startsWith("/v1/");
      if (client && !request.header("Authorization").equals(Optional.of("Bearer " + token))) {
        return Response.problem(401, "unauthorized", "The token is not known.");
      }
      return (client ? api : control)
          .answer(request)
          .orElseGet(() -> Response.problem(404, "not_found", "There is nothing here."));
    }
  }
}
