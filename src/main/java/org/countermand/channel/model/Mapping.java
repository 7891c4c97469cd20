package org.countermand.channel.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.ReasonCode;

/**
 * How the files of one shop become orders. Saving it anew makes a new revision; what was begun with
 * an old one goes on with it.
 *
 * @param name by which people choose it
 * @param channel of the orders that it makes
 * @param legalEntity who sold them
 * @param warehouse that packs them
 * @param gateway through which they were paid
 * @param fields a {@link Template} for every field that the file says something about
 * @param cancellationPrefix order numbers that begin with it are the shop's own cancellations, or
 *     empty
 * @param adjustmentPrefix order numbers that begin with it are adjustments of accounts, or empty
 * @param homeCountry where a buyer is whose country nobody noted; two letters
 * @param serviceCodes stock codes that are no goods, {@code *} for anything
 */
public record Mapping(
    String shop,
    String name,
    String channel,
    String legalEntity,
    String warehouse,
    String gateway,
    Dialect dialect,
    Map<Field, String> fields,
    String cancellationPrefix,
    String adjustmentPrefix,
    String homeCountry,
    List<String> serviceCodes) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int LONGEST_TEMPLATE = 200;
  private static final int MOST_CODES = 200;

  public Mapping {
    EnumMap<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(fields);
    copy.values().removeIf(String::isBlank);
    fields = Collections.unmodifiableMap(copy);
    serviceCodes = List.copyOf(serviceCodes);
  }

  /** Everything that is wrong with it, whatever the file. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(dialect.findings());
    check(NAME, name, "name", findings);
    check(WORD, channel, "channel", findings);
    check(NAME, legalEntity, "legalEntity", findings);
    check(WORD, warehouse, "warehouse", findings);
    check(WORD, gateway, "gateway", findings);
    for (Field field : Field.values()) {
      String template = fields.get(field);
      if (template == null && field.isRequired()) {
        findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", field.wireName()));
      } else if (template != null && template.length() > LONGEST_TEMPLATE) {
        findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field.wireName()));
      }
    }
    if (fields.containsKey(Field.TAX_RATE) != fields.containsKey(Field.TAX_AMOUNT)) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", Field.TAX_AMOUNT.wireName()));
    }
    boolean codes = serviceCodes.stream().allMatch(code -> !code.isBlank() && code.length() <= 40);
    if (!codes || serviceCodes.size() > MOST_CODES) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", "serviceCodes"));
    }
    if (!Jurisdiction.exists(homeCountry)) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", "homeCountry"));
    }
    if (cancellationPrefix.length() > 10 || adjustmentPrefix.length() > 10) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", "cancellationPrefix"));
    }
    return findings;
  }

  /** Everything that is wrong with it for a file with these columns. */
  public List<Finding> findings(List<String> columns) {
    return fields.values().stream()
        .flatMap(template -> Template.parse(template).columns().stream())
        .distinct()
        .filter(column -> !columns.contains(column))
        .map(column -> Finding.of(ReasonCode.COLUMN_MISSING, "column", column))
        .toList();
  }

  private static void check(Pattern shape, String value, String field, List<Finding> findings) {
    if (value.isBlank()) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", field));
    } else if (!shape.matcher(value).matches()) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field));
    }
  }
}
