package org.countermand.portal.agent;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.Field;
import org.countermand.channel.model.FieldNames;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.Template;
import org.countermand.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as it stands in the form: every value a text by the name of its control.
 *
 * @param values by control; of a field {@code column.FIELD} is a chosen column and {@code
 *     text.FIELD} a template, which counts if it is there
 */
public record MappingForm(Map<String, String> values) {

  /** Words for delimiters, because a tabulator cannot be a form's value. */
  static final List<String> DELIMITERS = List.of("comma", "semicolon", "tab", "pipe");

  private static final String MARKS = ",;\t|";
  private static final List<String> CONTROLS =
      List.of(
          "name",
          "shop",
          "channel",
          "legalEntity",
          "warehouse",
          "gateway",
          "delimiter",
          "charset",
          "decimalMark",
          "datePatterns",
          "zone",
          "cancellationPrefix",
          "adjustmentPrefix",
          "homeCountry",
          "serviceCodes");
  private static final String USUAL_DATES =
      "yyyy-MM-dd HH:mm:ss|yyyy-MM-dd'T'HH:mm:ss|yyyy-MM-dd HH:mm|yyyy-MM-dd|dd.MM.yyyy HH:mm|"
          + "dd.MM.yyyy|dd/MM/yyyy HH:mm|dd/MM/yyyy";

  public MappingForm {
    values = Map.copyOf(values);
  }

  /** As the browser sent it. */
  static MappingForm sent(Surroundings surroundings) {
    Map<String, String> values = new HashMap<>();
    CONTROLS.forEach(name -> values.put(name, surroundings.parameter(name)));
    for (Field field : Field.values()) {
      values.put(column(field), surroundings.parameter(column(field)));
      values.put(text(field), surroundings.parameter(text(field)));
    }
    return new MappingForm(values);
  }

  /** For a file of which only the looks are known. */
  static MappingForm fresh(String shop, @Nullable Dialect dialect) {
    Map<String, String> values = new HashMap<>();
    values.put("shop", shop.equals(Actor.EVERY_SHOP) ? "" : shop);
    values.put("gateway", "stripe");
    values.put("warehouse", "depot");
    values.put("homeCountry", "DE");
    values.put("zone", "Europe/Berlin");
    values.put("datePatterns", USUAL_DATES);
    values.put("delimiter", dialect == null ? "comma" : word(dialect.delimiter()));
    values.put("charset", dialect == null ? "UTF-8" : dialect.charset());
    values.put("decimalMark", dialect == null ? "." : String.valueOf(dialect.decimalMark()));
    values.put(text(Field.CURRENCY), "EUR");
    return new MappingForm(values);
  }

  /** A saved mapping, to be changed. */
  static MappingForm of(Mapping mapping) {
    Map<String, String> values = new HashMap<>();
    values.put("name", mapping.name());
    values.put("shop", mapping.shop());
    values.put("channel", mapping.channel());
    values.put("legalEntity", mapping.legalEntity());
    values.put("warehouse", mapping.warehouse());
    values.put("gateway", mapping.gateway());
    values.put("delimiter", word(mapping.dialect().delimiter()));
    values.put("charset", mapping.dialect().charset());
    values.put("decimalMark", String.valueOf(mapping.dialect().decimalMark()));
    values.put("datePatterns", String.join("|", mapping.dialect().datePatterns()));
    values.put("zone", mapping.dialect().zone());
    values.put("cancellationPrefix", mapping.cancellationPrefix());
    values.put("adjustmentPrefix", mapping.adjustmentPrefix());
    values.put("homeCountry", mapping.homeCountry());
    values.put("serviceCodes", String.join(", ", mapping.serviceCodes()));
    mapping
        .fields()
        .forEach(
            (field, template) -> {
              Template parsed = Template.parse(template);
              if (parsed.isOneColumn()) {
                values.put(column(field), parsed.columns().get(0));
              } else {
                values.put(text(field), template);
              }
            });
    return new MappingForm(values);
  }

  /** The same with a column chosen for every field whose usual names one of them has. */
  MappingForm guessing(List<String> columns) {
    Map<String, String> guessed = new HashMap<>(values);
    FieldNames.guess(columns)
        .forEach(
            (field, column) -> {
              guessed.put(column(field), column);
              guessed.remove(text(field));
            });
    return new MappingForm(guessed);
  }

  /** What stands in a control, or empty. */
  public String value(String control) {
    return values.getOrDefault(control, "");
  }

  /** The control of a field's column. */
  public static String column(Field field) {
    return "column." + field.name();
  }

  /** The control of a field's template. */
  public static String text(Field field) {
    return "text." + field.name();
  }

  Dialect dialect() {
    String mark = value("decimalMark");
    return new Dialect(
        MARKS.charAt(Math.max(0, DELIMITERS.indexOf(value("delimiter")))),
        value("charset"),
        mark.isEmpty() ? '?' : mark.charAt(0),
        Arrays.stream(value("datePatterns").split("\\|", -1)).map(String::strip).toList(),
        value("zone"));
  }

  /** The mapping that the form describes. */
  Mapping mapping(String actorShop) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String template = value(text(field));
      String column = value(column(field));
      if (!template.isEmpty()) {
        fields.put(field, template);
      } else if (!column.isEmpty()) {
        fields.put(field, Template.column(column));
      }
    }
    return new Mapping(
        actorShop.equals(Actor.EVERY_SHOP) ? value("shop") : actorShop,
        value("name"),
        value("channel"),
        value("legalEntity"),
        value("warehouse"),
        value("gateway"),
        dialect(),
        fields,
        value("cancellationPrefix"),
        value("adjustmentPrefix"),
        value("homeCountry").toUpperCase(Locale.ROOT),
        Arrays.stream(value("serviceCodes").split(",", -1))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .toList());
  }

  private static String word(char delimiter) {
    return DELIMITERS.get(Math.max(0, MARKS.indexOf(delimiter)));
  }
}
