package org.countermand.channel.csv;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.countermand.channel.model.Field;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.RowFate;
import org.countermand.channel.model.RowReason;
import org.countermand.channel.model.Template;
import org.countermand.kernel.Jurisdiction;

/** Reads one row: first whether it can be read at all, then whether it is a sale. */
final class RowReader {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\]{1,64}@[^\\s@]{1,180}\\.[^\\s@.]{1,60}");

  /** Control characters but line ends and tabs. */
  private static final Pattern UNTYPED = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  /** Of no currency has anybody ever bought for that much. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000_000L);

  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_TEXT = 1_000;

  private final Mapping mapping;
  private final Columns columns;
  private final Cells cells;
  private final ServiceCodes services;
  private final ZoneId clock;
  private final Map<Field, Filled> templates = new EnumMap<>(Field.class);

  /**
   * A template with the places of its columns.
   *
   * @param column the first of them, at fault where the value is not what it should be
   */
  private record Filled(Template template, String column) {}

  /** The columns must have all that the mapping names. */
  RowReader(Mapping mapping, Columns columns) {
    this.mapping = mapping;
    this.columns = columns;
    this.cells = new Cells(mapping.dialect());
    this.services = new ServiceCodes(mapping.serviceCodes());
    this.clock = ZoneId.of(mapping.dialect().zone());
    mapping
        .fields()
        .forEach(
            (field, text) -> {
              Template template = Template.parse(text);
              templates.put(
                  field, new Filled(template, template.columns().stream().findFirst().orElse("")));
            });
  }

  /** A row as it is in the file. */
  Reading read(RawRow raw) {
    if (raw.flaw() == RawRow.Flaw.TOO_LONG) {
      return new Reading(unreadable(raw.line(), raw.bytes(), RowReason.TOO_LONG, ""));
    }
    Optional<String> text = columns.text(raw);
    if (text.isEmpty()) {
      return new Reading(unreadable(raw.line(), raw.bytes(), RowReason.NOT_ENCODED, ""));
    }
    return raw.flaw() == RawRow.Flaw.NEVER_CLOSED
        ? new Reading(unreadable(raw.line(), text.get(), RowReason.NOT_READABLE, ""))
        : read(raw.line(), text.get());
  }

  /** A row by its text. */
  Reading read(long line, String text) {
    Optional<List<String>> fields = columns.fields(text);
    // No database keeps the character zero, and nobody types the others.
    if (fields.isEmpty() || UNTYPED.matcher(text).find()) {
      return new Reading(unreadable(line, text, RowReason.NOT_READABLE, ""));
    }
    List<String> values = fields.get();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).length() > RawRow.LONGEST_FIELD) {
        String column = columns.names().get(i);
        return new Reading(unreadable(line, text, RowReason.TOO_LONG, column), values);
      }
    }
    return read(new Values(values), line, text);
  }

  private Reading read(Values row, long line, String text) {
    String number = row.get(Field.ORDER_NUMBER);
    Optional<Integer> quantity = cells.whole(row.get(Field.QUANTITY));
    Optional<BigDecimal> price = cells.number(row.get(Field.UNIT_PRICE));
    Optional<LocalDateTime> date = cells.moment(row.get(Field.PLACED_AT));
    BigDecimal value =
        price.map(p -> p.multiply(BigDecimal.valueOf(quantity.orElse(0)))).orElse(BigDecimal.ZERO);
    boolean priced = price.isPresent() && value.abs().compareTo(LARGEST) <= 0;
    Optional<Field> wrong = wrong(row, quantity.isPresent(), priced, date.isPresent());
    FileRow sorted =
        new FileRow(
            line,
            RowFate.ORDER_LINE,
            null,
            "",
            number.length() <= LONGEST_WORD ? number : "",
            quantity.orElse(0),
            value,
            text);
    if (wrong.isPresent()) {
      return new Reading(
          shown(sorted).reported(RowReason.CELL_INVALID, column(wrong.get())), row.values);
    }
    Sale sale = sale(row, sorted, quantity.orElseThrow(), price.orElseThrow(), date.orElseThrow());
    return classify(sale, row);
  }

  /** What a readable row is. */
  private Reading classify(Sale sale, Values row) {
    FileRow sorted = sale.row();
    boolean cancelled = begins(sorted.number(), mapping.cancellationPrefix());
    if (begins(sorted.number(), mapping.adjustmentPrefix())) {
      return reported(sorted, RowReason.ADJUSTMENT, Field.ORDER_NUMBER, row);
    }
    if (cancelled ? sale.quantity() >= 0 : sale.quantity() <= 0) {
      return reported(sorted, RowReason.QUANTITY_NOT_SANE, Field.QUANTITY, row);
    }
    if (!cancelled && sale.price().signum() <= 0) {
      return reported(sorted, RowReason.NO_PRICE, Field.UNIT_PRICE, row);
    }
    if (row.get(Field.CUSTOMER).isEmpty()) {
      return reported(sorted, RowReason.NO_CUSTOMER, Field.CUSTOMER, row);
    }
    if (!EMAIL.matcher(sale.email()).matches()) {
      return reported(sorted, RowReason.CELL_INVALID, Field.EMAIL, row);
    }
    FileRow fate = cancelled ? sorted.as(RowFate.INSTRUCTION) : sorted;
    return new Reading(fate, row.values, Optional.of(sale));
  }

  private Reading reported(FileRow row, RowReason reason, Field field, Values values) {
    return new Reading(shown(row).reported(reason, column(field)), values.values);
  }

  /** The first field whose value is not what it should be. */
  private Optional<Field> wrong(Values row, boolean quantity, boolean price, boolean date) {
    Map<Field, Boolean> right = new EnumMap<>(Field.class);
    right.put(Field.ORDER_NUMBER, isWord(row.get(Field.ORDER_NUMBER)));
    right.put(Field.PLACED_AT, date);
    right.put(Field.SKU, isWord(row.get(Field.SKU)));
    right.put(Field.DESCRIPTION, row.get(Field.DESCRIPTION).length() <= LONGEST_TEXT);
    right.put(Field.QUANTITY, quantity);
    right.put(Field.UNIT_PRICE, price);
    right.put(Field.NAME, isLine(row.get(Field.NAME)));
    right.put(Field.COUNTRY, country(row).isPresent());
    right.put(Field.CURRENCY, currency(row).isPresent());
    right.put(Field.PAYMENT, isLine(row.get(Field.PAYMENT)) && !row.get(Field.PAYMENT).isEmpty());
    right.put(Field.TAX_RATE, isNumberOrNothing(row.get(Field.TAX_RATE)));
    right.put(Field.TAX_AMOUNT, isNumberOrNothing(row.get(Field.TAX_AMOUNT)));
    return right.entrySet().stream()
        .filter(Predicate.not(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Sale sale(
      Values row, FileRow sorted, int quantity, BigDecimal price, LocalDateTime date) {
    String sku = row.get(Field.SKU);
    String description = row.get(Field.DESCRIPTION);
    String name = row.get(Field.NAME);
    String email = row.get(Field.EMAIL);
    return new Sale(
        sorted,
        sku,
        description.isEmpty() ? sku : description,
        services.itemClass(sku),
        quantity,
        date,
        clock,
        price,
        currency(row).orElseThrow(),
        email,
        name.isEmpty() ? email : name,
        country(row).orElseThrow(),
        language(row.get(Field.LANGUAGE)),
        row.get(Field.PAYMENT),
        cells.number(row.get(Field.TAX_RATE)),
        cells.number(row.get(Field.TAX_AMOUNT)));
  }

  private static Locale language(String tag) {
    Locale language = Locale.forLanguageTag(tag);
    return language.getLanguage().isEmpty() ? Locale.ENGLISH : language;
  }

  private Optional<Jurisdiction> country(Values row) {
    return Countries.find(row.get(Field.COUNTRY), mapping.homeCountry());
  }

  private static Optional<Currency> currency(Values row) {
    try {
      return Optional.of(Currency.getInstance(row.get(Field.CURRENCY).toUpperCase(Locale.ROOT)))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isNumberOrNothing(String cell) {
    return cell.isEmpty() || cells.number(cell).filter(n -> n.signum() >= 0).isPresent();
  }

  private static boolean isWord(String cell) {
    return !cell.isEmpty() && cell.length() <= LONGEST_WORD && isLine(cell);
  }

  private static boolean isLine(String cell) {
    return cell.length() <= LONGEST_TEXT && cell.chars().noneMatch(Character::isISOControl);
  }

  private static boolean begins(String number, String prefix) {
    return !prefix.isEmpty() && number.startsWith(prefix);
  }

  private String column(Field field) {
    Filled filled = templates.get(field);
    return filled == null ? "" : filled.column();
  }

  private static FileRow unreadable(long line, String text, RowReason reason, String column) {
    FileRow row = new FileRow(line, RowFate.REPORTED, reason, column, "", 0, BigDecimal.ZERO, text);
    return shown(row);
  }

  /** Of a row that is only reported no more is kept than can be looked at. */
  private static FileRow shown(FileRow row) {
    String text = row.text().replace("\0", "\uFFFD");
    return row.withText(
        text.length() <= RawRows.SHOWN ? text : text.substring(0, RawRows.SHOWN) + "…");
  }

  /** The cells of one row, asked by field. */
  private final class Values {
    private final List<String> values;

    Values(List<String> values) {
      this.values = values;
    }

    String get(Field field) {
      Filled filled = templates.get(field);
      return filled == null
          ? ""
          : filled.template().fill(column -> values.get(columns.place(column))).strip();
    }
  }
}
