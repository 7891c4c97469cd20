package org.countermand.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countermand.sandbox.fault.Executioner;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.host.Caller;

/**
 * Serves one site on 127.0.0.1 and lets the faults that are set for a call happen to it. It accepts
 * calls from construction until it is closed.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());

  static {
    // Without it every answer on a kept connection waits 40 ms for the client's delayed ACK. The
    // JDK reads it once, when its first server is made.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Site site;
  private final Faults faults;
  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * Starts to serve.
   *
   * @param port 0 for any free port
   * @throws UncheckedIOException when the port is taken
   */
  public LoopbackServer(int port, Site site, Faults faults) {
    this.site = site;
    this.faults = faults;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
              256);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sandbox-http");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens, without a slash at the end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Ends all connections; calls under way get at most two seconds. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Request request = read(exchange);
    Mishap mishap = mishapOf(request);
    if (mishap == null) {
      write(exchange, work(request, () -> {}));
    } else if (mishap instanceof Mishap.Delay delay) {
      write(exchange, work(request, () -> sleep(delay.ms())));
    } else if (mishap instanceof Mishap.Status status) {
      write(exchange, site.refuse(request, status));
    } else if (mishap instanceof Mishap.CutBeforeWork cut) {
      cut(exchange, cut.silent());
    } else if (mishap instanceof Mishap.CutAfterWork cut) {
      work(request, () -> {});
      cut(exchange, cut.silent());
    } else if (mishap instanceof Mishap.Kill kill) {
      kill(exchange, request, kill);
    } else if (mishap instanceof Mishap.KillCaller kill) {
      // Asked now: once the answer is written, the caller may let go of the connection.
      long pid = Caller.pid(exchange.getRemoteAddress().getPort());
      kill(exchange, request, new Mishap.Kill(kill.when(), pid));
    } else if (mishap instanceof Mishap.KillTogether kill) {
      long pid = Caller.pid(exchange.getRemoteAddress().getPort());
      killTogether(exchange, request, kill, pid);
    }
  }

  private Mishap mishapOf(Request request) {
    // The controls stay reachable while everything else fails.
    return request.path().startsWith("/v1/")
        ? faults.next(request.method(), request.path(), request.body()).orElse(null)
        : null;
  }

  private Response work(Request request, Runnable beforeWork) {
    try {
      return site.answer(request, beforeWork);
    } catch (BadRequest e) {
      return Response.problem(400, "bad_request", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, request.method() + " " + request.path(), e);
      return Response.problem(500, "internal", e.toString());
    }
  }

  private void kill(HttpExchange exchange, Request request, Mishap.Kill kill) throws IOException {
    if (kill.when() == Mishap.When.ON_RECEIPT) {
      Executioner.end(kill.pid());
      cut(exchange, true);
      return;
    }
    Response response = work(request, () -> {});
    if (kill.when() == Mishap.When.AFTER_WORK) {
      Executioner.end(kill.pid());
      cut(exchange, true);
    } else {
      write(exchange, response);
      Executioner.end(kill.pid());
    }
  }

  /** All have come, then who has an answer writes it, then the caller dies. */
  private void killTogether(
      HttpExchange exchange, Request request, Mishap.KillTogether kill, long pid)
      throws IOException {
    Optional<Response> response =
        kill.when() == Mishap.When.ON_RECEIPT
            ? Optional.empty()
            : Optional.of(work(request, () -> {}));
    kill.company().gather();
    boolean answers = kill.when() == Mishap.When.AFTER_ANSWER;
    if (answers) {
      write(exchange, response.orElseThrow());
    }
    kill.company().gather();
    Executioner.end(pid);
    if (!answers) {
      cut(exchange, true);
    }
  }

  private static void cut(HttpExchange exchange, boolean silent) throws IOException {
    if (!silent) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
    }
    // To leave by an exception is the only way in which the JDK's server drops a connection without
    // first ending the body properly.
    throw new IOException("the connection is cut, as a fault asks");
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath(),
        Objects.requireNonNullElse(uri.getRawQuery(), ""),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
        Map.of());
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static void sleep(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
