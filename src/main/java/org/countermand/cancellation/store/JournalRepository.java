package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.cancellation.model.JournalEntry;
import org.jdbi.v3.core.Jdbi;

/** Reads the journal of calls to the outside, whose lines are written with their steps. */
@ApplicationScoped
public class JournalRepository {

  @Inject private Jdbi jdbi;

  public List<JournalEntry> ofCancellation(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM journal WHERE cancellation_id = :id ORDER BY id")
                .bind("id", cancellationId)
                .map(
                    (row, context) ->
                        new JournalEntry(
                            row.getObject("id", UUID.class),
                            cancellationId,
                            row.getObject("step_id", UUID.class),
                            row.getObject("attempt_id", UUID.class),
                            row.getInt("attempt"),
                            row.getString("phase"),
                            row.getString("outcome"),
                            row.getString("detail"),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
