package org.countermand.sandbox.warehouse;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.countermand.sandbox.webhook.Postman;

/** {@code /v1/holds}: hold, unhold, release; each may be repeated without doing more. */
final class Holds implements AutoCloseable {

  private final Stockroom stockroom;
  private final Postman postman;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "sandbox-warehouse");
            thread.setDaemon(true);
            return thread;
          });

  Holds(Stockroom stockroom, Postman postman) {
    this.stockroom = stockroom;
    this.postman = postman;
    behave(new Behaviour(Behaviour.ALL, Behaviour.Kind.ACK, 0, null, null));
  }

  void on(Router router) {
    router
        .on("PUT", "/v1/holds/{id}", this::hold)
        .on("GET", "/v1/holds/{id}", this::find)
        .on("POST", "/v1/holds/{id}/unhold", request -> end(request, HoldStatus.UNHELD, "unhold"))
        .on(
            "POST",
            "/v1/holds/{id}/release",
            request -> end(request, HoldStatus.RELEASED, "release"));
  }

  void behave(Behaviour behaviour) {
    behaviours.put(behaviour.order(), behaviour);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private Response hold(Request request) {
    String id = request.variable("id");
    Hold asked = Json.read(request.body(), HoldRequest.class).hold(id);
    synchronized (stockroom) {
      Optional<Hold> known = stockroom.find(id);
      if (known.isPresent()) {
        return known.get().asksTheSameAs(asked)
            ? show(known.get())
            : Response.problem(409, "different_content", "Hold " + id + " asks for other lines.");
      }
      return show(receive(asked));
    }
  }

  private Hold receive(Hold asked) {
    Behaviour behaviour = behaviours.getOrDefault(asked.order(), behaviours.get(Behaviour.ALL));
    return switch (behaviour.answer()) {
      case ACK -> answer(asked, Answer.ACK);
      case PARTIAL -> answer(asked, Answer.PARTIAL);
      case NACK -> answer(asked, Answer.NACK);
      case LATE -> later(asked, behaviour);
      case NEVER -> leavePending(asked);
    };
  }

  private Hold leavePending(Hold asked) {
    stockroom.put(asked, null);
    return asked;
  }

  private Hold later(Hold asked, Behaviour behaviour) {
    var unused =
        clock.schedule(
            () -> {
              Hold answered = answer(asked, behaviour.thenAnswer());
              for (int i = 0; i < behaviour.repeat(); i++) {
                postman.send(HoldJson.answered(answered));
              }
            },
            behaviour.delayMs(),
            TimeUnit.MILLISECONDS);
    return leavePending(asked);
  }

  private Hold answer(Hold asked, Answer answer) {
    Hold answered = asked.answer(answer);
    stockroom.put(answered, "hold");
    return answered;
  }

  private Response find(Request request) {
    return stockroom.find(request.variable("id")).map(Holds::show).orElseGet(Holds::unknown);
  }

  private Response end(Request request, HoldStatus end, String movement) {
    synchronized (stockroom) {
      Optional<Hold> found = stockroom.find(request.variable("id"));
      if (found.isEmpty()) {
        return unknown();
      }
      Hold hold = found.get();
      if (hold.status() == end) {
        return show(hold);
      }
      if (!hold.holdsUnits()) {
        return Response.problem(
            409, "wrong_state", "Hold " + hold.id() + " is " + HoldJson.status(hold) + ".");
      }
      Hold ended = hold.become(end);
      stockroom.put(ended, movement);
      return show(ended);
    }
  }

  private static Response show(Hold hold) {
    return Response.json(hold.status() == HoldStatus.PENDING ? 202 : 200, HoldJson.hold(hold));
  }

  private static Response unknown() {
    return Response.problem(404, "unknown_hold", "There is no such hold.");
  }
}
