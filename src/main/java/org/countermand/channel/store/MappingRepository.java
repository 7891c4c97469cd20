package org.countermand.channel.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.Field;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.SavedMapping;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps how files are read, revision by revision. */
@ApplicationScoped
public class MappingRepository {

  private static final String SELECT = "SELECT * FROM file_mapping WHERE ";

  @Inject private Jdbi jdbi;

  /** Adds the next revision; two who save at once make two. */
  public void insert(SavedMapping saved) {
    Mapping mapping = saved.mapping();
    Dialect dialect = mapping.dialect();
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "INSERT INTO file_mapping VALUES"
                  + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              saved.id(),
              mapping.shop(),
              mapping.name(),
              saved.revision(),
              mapping.channel(),
              mapping.legalEntity(),
              mapping.warehouse(),
              mapping.gateway(),
              String.valueOf(dialect.delimiter()),
              dialect.charset(),
              String.valueOf(dialect.decimalMark()),
              String.join("|", dialect.datePatterns()),
              dialect.zone(),
              mapping.cancellationPrefix(),
              mapping.adjustmentPrefix(),
              mapping.homeCountry(),
              String.join(",", mapping.serviceCodes()),
              saved.savedBy(),
              saved.savedAt());
          mapping
              .fields()
              .forEach(
                  (field, template) ->
                      handle.execute(
                          "INSERT INTO file_mapping_field VALUES (?, ?, ?)",
                          saved.id(),
                          field.name(),
                          template));
        });
  }

  /** Makes whoever saves a mapping of this name wait for whoever does it now. */
  public void lock(String shop, String name) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 6))::text")
                .bind("key", shop + '/' + name)
                .mapTo(String.class)
                .one());
  }

  public Optional<SavedMapping> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "id = :id")
                .bind("id", id)
                .map((row, context) -> mapping(handle, row))
                .findOne());
  }

  /** The latest revision. */
  public Optional<SavedMapping> find(String shop, String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT + "shop = :shop AND name = :name ORDER BY revision DESC LIMIT 1")
                .bind("shop", shop)
                .bind("name", name)
                .map((row, context) -> mapping(handle, row))
                .findOne());
  }

  /** The latest revision of every mapping of a shop, or of all shops for {@code *}. */
  public List<SavedMapping> all(String shop) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT ON (name, shop) * FROM file_mapping"
                        + " WHERE :shop IN (shop, '*') ORDER BY name, shop, revision DESC")
                .bind("shop", shop)
                .map((row, context) -> mapping(handle, row))
                .list());
  }

  private static SavedMapping mapping(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Map<Field, String> fields = new EnumMap<>(Field.class);
    handle
        .createQuery("SELECT field, template FROM file_mapping_field WHERE mapping_id = :id")
        .bind("id", id)
        .map((field, context) -> fields.put(Field.valueOf(field.getString(1)), field.getString(2)))
        .list();
    String codes = row.getString("service_codes");
    return new SavedMapping(
        id,
        row.getInt("revision"),
        new Mapping(
            row.getString("shop"),
            row.getString("name"),
            row.getString("channel"),
            row.getString("legal_entity"),
            row.getString("warehouse"),
            row.getString("gateway"),
            new Dialect(
                row.getString("delimiter").charAt(0),
                row.getString("charset"),
                row.getString("decimal_mark").charAt(0),
                List.of(row.getString("date_patterns").split("\\|", -1)),
                row.getString("zone")),
            fields,
            row.getString("cancellation_prefix"),
            row.getString("adjustment_prefix"),
            row.getString("home_country"),
            codes.isEmpty() ? List.of() : List.of(codes.split(",", -1))),
        row.getString("saved_by"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }
}
