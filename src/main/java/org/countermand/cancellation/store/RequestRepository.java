package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Request;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Ids;
import org.jdbi.v3.core.Jdbi;

/** Keeps every request verbatim, also of those who came second. */
@ApplicationScoped
public class RequestRepository {

  /** A request that was made under a key before. */
  public record Earlier(UUID cancellationId, String digest) {}

  @Inject private Jdbi jdbi;

  /**
   * Lets one request at a time through under an actor's key, until the transaction ends. It comes
   * before the order's lock, which does not keep one key from two orders.
   */
  public void lockKey(Request request) {
    if (!request.idempotencyKey().isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL")
                  .bind("key", request.actor().id() + "\n" + request.idempotencyKey())
                  .mapTo(Boolean.class)
                  .one());
    }
  }

  /** Writes the request down as answered by this cancellation. */
  public void insert(Request request, UUID cancellationId) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO request_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                Ids.next(),
                request.orderId(),
                cancellationId,
                request.actor().kind(),
                request.actor().id(),
                request.idempotencyKey().isEmpty() ? null : request.idempotencyKey(),
                digest(request),
                request.declaration(),
                request.at()));
  }

  /** What the actor asked under this key before. */
  public Optional<Earlier> underKey(Request request) {
    return request.idempotencyKey().isEmpty()
        ? Optional.empty()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT cancellation_id, digest FROM request_record"
                            + " WHERE actor_id = :actor AND idempotency_key = :key")
                    .bind("actor", request.actor().id())
                    .bind("key", request.idempotencyKey())
                    .map(
                        (row, context) ->
                            new Earlier(row.getObject(1, UUID.class), row.getString(2)))
                    .findOne());
  }

  /** Whether this actor has asked in the very same words for what this cancellation answers. */
  public boolean heard(Request request, UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM request_record WHERE cancellation_id = :id"
                        + " AND actor_id = :actor AND digest = :digest)")
                .bind("id", cancellationId)
                .bind("actor", request.actor().id())
                .bind("digest", digest(request))
                .mapTo(Boolean.class)
                .one());
  }

  /** A request as it would be found under its key if this cancellation has answered it. */
  public static Earlier as(Request request, UUID cancellationId) {
    return new Earlier(cancellationId, digest(request));
  }

  public static String digest(Request request) {
    return Digest.sha256(request.declaration());
  }
}
