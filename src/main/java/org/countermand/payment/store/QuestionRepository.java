package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.payment.model.Question;
import org.countermand.payment.model.Topic;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Keeps what gateways have to be asked. */
@ApplicationScoped
public class QuestionRepository {

  /** Longer than the calls of one question take; who lost its thread does not block the answer. */
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private static final String DUE =
      " (due_at <= :now OR (owner IS NOT NULL AND NOT node_alive(owner)))";

  private static final String TOPIC =
      " gateway = :gateway AND reference = :reference AND part = :part";

  /** The claim of who asks, as long as nobody has taken it over. */
  private static final String CLAIM = TOPIC + " AND owner = :owner AND tries = :tries";

  @Inject private Jdbi jdbi;

  /**
   * Puts a question, or marks the one on the same topic as older than what is told now. Who is
   * asking keeps his claim.
   */
  public void put(Topic topic, Instant now) {
    jdbi.useHandle(
        handle ->
            on(
                    topic,
                    handle.createUpdate(
                        "INSERT INTO gateway_question AS q (gateway, reference, part, due_at)"
                            + " VALUES (:gateway, :reference, :part, :now)"
                            + " ON CONFLICT (gateway, reference, part) DO UPDATE"
                            + " SET version = excluded.version, due_at = CASE WHEN q.owner IS NULL"
                            + " THEN excluded.due_at ELSE q.due_at END"))
                .bind("now", now)
                .execute());
  }

  /** Topics that somebody may ask about now, the longest waiting first. */
  public List<Topic> waiting(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM gateway_question WHERE" + DUE + " ORDER BY due_at LIMIT :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> topic(row))
                .list());
  }

  /** The claim is a lease: it holds while the claiming node lives, and until the deadline. */
  public Optional<Question> claim(Topic topic, int node, Instant now) {
    return jdbi.withHandle(
        handle ->
            on(
                    topic,
                    handle.createQuery(
                        "WITH mine AS (SELECT gateway, reference, part FROM gateway_question WHERE"
                            + TOPIC
                            + " AND"
                            + DUE
                            + " FOR UPDATE SKIP LOCKED)"
                            + " UPDATE gateway_question q SET owner = :node, tries = q.tries + 1,"
                            + " due_at = :deadline FROM mine WHERE q.gateway = mine.gateway"
                            + " AND q.reference = mine.reference AND q.part = mine.part"
                            + " RETURNING q.*"))
                .bind("now", now)
                .bind("node", node)
                .bind("deadline", now.plus(DEADLINE))
                .map((row, context) -> question(row))
                .findOne());
  }

  /** Deletes what is answered, unless more was told meanwhile; then it is due at once. */
  public void answered(Question question, Instant now) {
    jdbi.useHandle(
        handle -> {
          int deleted =
              claimed(
                      question,
                      handle.createUpdate(
                          "DELETE FROM gateway_question WHERE" + CLAIM + " AND version = :version"))
                  .bind("version", question.version())
                  .execute();
          if (deleted == 0) {
            claimed(
                    question,
                    handle.createUpdate(
                        "UPDATE gateway_question SET owner = NULL, tries = 0, due_at = :now WHERE"
                            + CLAIM))
                .bind("now", now)
                .execute();
          }
        });
  }

  /** Gives the claim back; it may be asked again at that moment. */
  public void postponed(Question question, Instant until) {
    jdbi.useHandle(
        handle ->
            claimed(
                    question,
                    handle.createUpdate(
                        "UPDATE gateway_question SET owner = NULL, due_at = :until WHERE" + CLAIM))
                .bind("until", until)
                .execute());
  }

  private static <S extends SqlStatement<S>> S on(Topic topic, S statement) {
    return statement
        .bind("gateway", topic.gateway())
        .bind("reference", topic.reference())
        .bind("part", topic.part());
  }

  private static <S extends SqlStatement<S>> S claimed(Question question, S statement) {
    return on(question.topic(), statement)
        .bind("owner", question.owner())
        .bind("tries", question.tries());
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        topic(row), row.getLong("version"), row.getInt("owner"), row.getInt("tries"));
  }

  private static Topic topic(ResultSet row) throws SQLException {
    String part = row.getString("part");
    return new Topic(
        row.getString("gateway"),
        row.getString("reference"),
        part.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(part)));
  }
}
