package org.countermand.api.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.Field;
import org.countermand.channel.model.Mapping;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the files of a shop become orders. */
@Schema(name = "Mapping")
public record MappingBody(
    @Schema(description = "The caller's own shop if absent; never another") @Nullable String shop,
    @Schema(required = true, example = "web-csv") @Nullable String channel,
    @Schema(required = true) @Nullable String legalEntity,
    @Schema(required = true) @Nullable String warehouse,
    @Schema(defaultValue = "stripe") @Nullable String gateway,
    @Schema(defaultValue = ",") @Nullable String delimiter,
    @Schema(defaultValue = "UTF-8") @Nullable String charset,
    @Schema(defaultValue = ".") @Nullable String decimalMark,
    @Schema(required = true, example = "[\"yyyy-MM-dd HH:mm:ss\"]")
        @Nullable List<String> datePatterns,
    @Schema(required = true, example = "Europe/Berlin") @Nullable String zone,
    @Schema(
            required = true,
            description = "A template for each field: text, with columns in braces",
            example = "{\"orderNumber\": \"{Invoice}\", \"currency\": \"GBP\"}")
        @Nullable Map<String, String> fields,
    @Nullable String cancellationPrefix,
    @Nullable String adjustmentPrefix,
    @Schema(required = true, example = "DE") @Nullable String homeCountry,
    @Nullable List<String> serviceCodes) {

  /** The mapping under a name; what it means is checked by the door. */
  public Decision<Mapping> toModel(String actorShop, String name) {
    Fields wire = new Fields();
    Map<Field, String> templates = new EnumMap<>(Field.class);
    if (fields != null) {
      fields.forEach(
          (word, template) ->
              Field.ofWire(word)
                  .ifPresentOrElse(
                      field -> templates.put(field, template),
                      () -> wire.invalid("fields." + word)));
    }
    Mapping mapping =
        new Mapping(
            shop == null ? actorShop : wire.text("shop", shop, 50),
            name,
            wire.text("channel", channel, 50),
            wire.text("legalEntity", legalEntity, 200),
            wire.text("warehouse", warehouse, 50),
            gateway == null ? "stripe" : gateway,
            new Dialect(
                character(wire, "delimiter", delimiter, ','),
                charset == null ? "UTF-8" : charset,
                character(wire, "decimalMark", decimalMark, '.'),
                datePatterns == null ? List.of() : datePatterns,
                wire.text("zone", zone, 60)),
            templates,
            wire.optionalText("cancellationPrefix", cancellationPrefix, 10),
            wire.optionalText("adjustmentPrefix", adjustmentPrefix, 10),
            wire.text("homeCountry", homeCountry, 2),
            serviceCodes == null ? List.of() : serviceCodes);
    List<Finding> findings = wire.findings();
    return findings.isEmpty() ? Decision.yes(mapping) : Decision.no(findings);
  }

  /** A mapping in the words of the wire. */
  public static MappingBody of(Mapping mapping) {
    Map<String, String> templates = new TreeMap<>();
    mapping.fields().forEach((field, template) -> templates.put(field.wireName(), template));
    Dialect dialect = mapping.dialect();
    return new MappingBody(
        mapping.shop(),
        mapping.channel(),
        mapping.legalEntity(),
        mapping.warehouse(),
        mapping.gateway(),
        String.valueOf(dialect.delimiter()),
        dialect.charset(),
        String.valueOf(dialect.decimalMark()),
        dialect.datePatterns(),
        dialect.zone(),
        templates,
        mapping.cancellationPrefix(),
        mapping.adjustmentPrefix(),
        mapping.homeCountry(),
        mapping.serviceCodes());
  }

  private static char character(Fields wire, String name, @Nullable String value, char usual) {
    if (value == null) {
      return usual;
    }
    if (value.length() != 1) {
      wire.invalid(name);
      return usual;
    }
    return value.charAt(0);
  }
}
