package org.countermand.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;

/**
 * Does the work of a POST once per idempotency key. Once execution has begun the answer is stored
 * under the key, errors of the server included, in the same line of the journal as the work.
 */
final class Idempotency {

  private static final System.Logger LOG = System.getLogger(Idempotency.class.getName());
  private static final int LONGEST = 255;

  private final Ledger ledger;
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  Idempotency(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Executes or replays.
   *
   * @param beforeWork runs while the key is held, so that a slow request conflicts with its repeat
   * @throws Refusal when the key is in use, was used for something else, or is too long
   */
  Response answer(Request request, Runnable beforeWork, Supplier<Response> work) {
    Optional<String> key =
        request.header("Idempotency-Key").filter(sent -> request.method().equals("POST"));
    if (key.isEmpty()) {
      beforeWork.run();
      return ledger.atomically(null, () -> execute(work).response);
    }
    if (key.get().length() > LONGEST) {
      throw Refusal.parameter(
          "parameter_invalid", null, "Idempotency keys have at most " + LONGEST + " characters.");
    }
    return hold(key.get(), request, beforeWork, work);
  }

  private Response hold(String key, Request request, Runnable beforeWork, Supplier<Response> work) {
    if (!inFlight.add(key)) {
      throw Refusal.keyInUse();
    }
    try {
      String digest = digest(request);
      Optional<StoredAnswer> stored = ledger.atomically(null, () -> ledger.answer(key));
      beforeWork.run();
      if (stored.isPresent()) {
        return replay(stored.get(), digest);
      }
      return ledger.atomically(
          key,
          () -> {
            Execution done = execute(work);
            if (done.begun) {
              Response response = done.response;
              ledger.put(new StoredAnswer(key, digest, response.status(), response.body()));
            }
            return done.response;
          });
    } finally {
      inFlight.remove(key);
    }
  }

  private static Response replay(StoredAnswer stored, String digest) {
    if (!stored.digest().equals(digest)) {
      throw Refusal.keyReused(stored.key());
    }
    return Response.json(stored.status(), stored.body()).with("Idempotent-Replayed", "true");
  }

  private static Execution execute(Supplier<Response> work) {
    try {
      return new Execution(work.get(), true);
    } catch (Refusal refusal) {
      return new Execution(refusal.response(), refusal.executed());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request failed", e);
      return new Execution(Refusal.trouble(500).response(), true);
    }
  }

  private static String digest(Request request) {
    String text = request.method() + " " + request.path() + " " + request.form().canonical();
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Execution(Response response, boolean begun) {}
}
