package org.countermand.sandbox.webhook;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.http.LoopbackServer;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Site;

/** An endpoint that keeps what it is told, for tests; it can refuse the first messages. */
public final class Listener implements AutoCloseable {

  private final List<Request> heard = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;
  private volatile int refusals;

  /** Listens from now on. */
  public Listener() {
    Site site = (request, beforeWork) -> hear(request);
    server = new LoopbackServer(0, site, new Faults());
  }

  /** Where messages go. */
  public URI url() {
    return server.uri().resolve("/hook");
  }

  /** Answers 500 to the next messages. */
  public void refuse(int times) {
    refusals = times;
  }

  /** What was accepted so far, in the order of arrival. */
  public List<Request> heard() {
    return heard;
  }

  /** Waits until so many messages were accepted, at most ten seconds. */
  public List<Request> await(int count) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (heard.size() < count && System.nanoTime() < deadline) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized Response hear(Request request) {
    if (refusals > 0) {
      refusals--;
      return Response.problem(500, "busy", "Later, please.");
    }
    heard.add(request);
    return Response.empty();
  }
}
