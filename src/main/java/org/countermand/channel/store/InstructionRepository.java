package org.countermand.channel.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countermand.channel.model.Instruction;
import org.countermand.channel.model.Linking;
import org.countermand.kernel.Ids;
import org.countermand.platform.database.TextArray;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what channels say was cancelled, and which purchases it undoes. */
@ApplicationScoped
public class InstructionRepository {

  @Inject private Jdbi jdbi;

  /**
   * What became of instructions.
   *
   * @param others the lines of the file that say something else than what is there
   * @param created the numbers of which there was nothing before
   */
  public record Kept(Set<Long> others, Set<String> created) {
    public Kept {
      others = Set.copyOf(others);
      created = Set.copyOf(created);
    }
  }

  /** Keeps instructions; one that is there already stays as it is. */
  public Kept add(UUID jobId, String shop, String channel, List<Instruction> instructions) {
    if (instructions.isEmpty()) {
      return new Kept(Set.of(), Set.of());
    }
    return jdbi.withHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO channel_instruction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                      + " NULL) ON CONFLICT (shop, channel, number, position) DO NOTHING");
          instructions.forEach(
              i ->
                  batch.add(
                      i.id(),
                      shop,
                      channel,
                      i.number(),
                      i.position(),
                      jobId,
                      i.line(),
                      i.email(),
                      i.sku(),
                      i.units(),
                      i.at(),
                      i.text()));
          int[] inserted = batch.execute();
          Set<String> created = new HashSet<>();
          for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] > 0) {
              created.add(instructions.get(i).number());
            }
          }
          Map<String, String> there = new HashMap<>();
          handle
              .createQuery(
                  "SELECT number, position, text FROM channel_instruction WHERE shop = :shop"
                      + " AND channel = :channel AND number = ANY(:numbers::text[])")
              .bind("shop", shop)
              .bind("channel", channel)
              .bind(
                  "numbers",
                  TextArray.of(instructions.stream().map(Instruction::number).distinct().toList()))
              .map(
                  (row, context) ->
                      there.put(key(row.getString(1), row.getInt(2)), row.getString(3)))
              .list();
          Set<Long> others = new HashSet<>();
          instructions.stream()
              .filter(i -> !i.text().equals(there.get(key(i.number(), i.position()))))
              .forEach(i -> others.add(i.line()));
          return new Kept(others, created);
        });
  }

  /** Whether the channel has ever said that something was cancelled. */
  public boolean exist(String shop, String channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM channel_instruction WHERE shop = :shop"
                        + " AND channel = :channel)")
                .bind("shop", shop)
                .bind("channel", channel)
                .mapTo(Boolean.class)
                .one());
  }

  /** The next customers with instructions that are not linked yet. */
  public List<String> customersAfter(String shop, String channel, String email, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT email FROM channel_instruction WHERE shop = :shop"
                        + " AND channel = :channel AND linked IS NULL AND email > :email"
                        + " ORDER BY email LIMIT :limit")
                .bind("shop", shop)
                .bind("channel", channel)
                .bind("email", email)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }

  /** One customer's instructions that are not linked yet, the oldest first, locked. */
  public List<Instruction> unlinked(String shop, String channel, String email) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM channel_instruction WHERE shop = :shop AND channel = :channel"
                        + " AND email = :email AND linked IS NULL"
                        + " ORDER BY at, number, position FOR UPDATE")
                .bind("shop", shop)
                .bind("channel", channel)
                .bind("email", email)
                .map(
                    (row, context) ->
                        new Instruction(
                            row.getObject("id", UUID.class),
                            row.getString("number"),
                            row.getInt("position"),
                            row.getLong("line"),
                            row.getString("email"),
                            row.getString("sku"),
                            row.getInt("units"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("text")))
                .list());
  }

  /** Units of lines that are linked and not asked for yet. */
  public Map<UUID, Integer> promised(List<UUID> lines) {
    Map<UUID, Integer> promised = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT l.line_id, sum(l.units) FROM instruction_link l JOIN channel_request r"
                        + " ON r.id = l.request_id WHERE r.outcome IS NULL"
                        + " AND l.line_id = ANY(:lines::uuid[]) GROUP BY l.line_id")
                .bind("lines", TextArray.of(lines))
                .map((row, context) -> promised.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list());
    return promised;
  }

  /** Links one instruction; without links it is linked to nothing. */
  public void link(String shop, String channel, Instruction instruction, List<Linking.Link> links) {
    jdbi.useHandle(
        handle -> {
          for (Linking.Link link : links) {
            handle.execute(
                "WITH made AS (INSERT INTO channel_request (id, shop, channel, number, order_id, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (shop, channel, number, order_id)"
                    + " DO UPDATE SET outcome = channel_request.outcome RETURNING id)"
                    + " INSERT INTO instruction_link SELECT ?, ?, id, ? FROM made",
                Ids.next(),
                shop,
                channel,
                instruction.number(),
                link.orderId(),
                instruction.at(),
                instruction.id(),
                link.lineId(),
                link.units());
          }
          handle.execute(
              "UPDATE channel_instruction SET linked = ? WHERE id = ?",
              links.stream().mapToInt(Linking.Link::units).sum(),
              instruction.id());
        });
  }

  private static String key(String number, int position) {
    return number + ' ' + position;
  }
}
