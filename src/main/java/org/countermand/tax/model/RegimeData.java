package org.countermand.tax.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countermand.kernel.Jurisdiction;

/**
 * The numbers of a regime: {@code rules.csv} beside its class. Each line is name, place, first and
 * last day, value, mark of review, source; a line for a region goes before one for its country, and
 * that before one for anywhere. What a regime needs and its file lacks is a {@link MissingDatum}.
 */
public final class RegimeData {

  private static final String FILE = "rules.csv";
  private static final String RATE = "standard.";

  private final List<Datum> rows;
  private final Map<String, List<Datum>> byName;
  private final Set<String> countries;

  private RegimeData(List<Datum> rows) {
    this.rows = rows;
    this.byName = rows.stream().collect(Collectors.groupingBy(Datum::name));
    this.countries =
        rows.stream()
            .map(Datum::place)
            .filter(place -> !place.equals(Datum.ANYWHERE))
            .map(place -> place.split("-", 2)[0])
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the file beside a class. */
  public static RegimeData beside(Class<?> regime) {
    try (InputStream file =
            Objects.requireNonNull(regime.getResourceAsStream(FILE), regime.getName());
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new RegimeData(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Datum::read)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Datum> rows() {
    return rows;
  }

  /** The countries that any line names. */
  public Set<String> countries() {
    return countries;
  }

  /** The line that holds in a place on a day. */
  public Optional<Datum> find(String name, Jurisdiction place, LocalDate on) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(row -> row.fits(place) >= 0 && row.holds(on))
        .max(Comparator.comparingInt(row -> row.fits(place)));
  }

  public Datum get(String name, Jurisdiction place, LocalDate on) {
    return find(name, place, on).orElseThrow(() -> new MissingDatum(name, place, on));
  }

  public int number(String name, Jurisdiction place, LocalDate on) {
    return Integer.parseInt(get(name, place, on).value());
  }

  public BigDecimal decimal(String name, Jurisdiction place, LocalDate on) {
    return new BigDecimal(get(name, place, on).value());
  }

  /** A day of every year, such as {@code 11-30}. */
  public MonthDay day(String name, Jurisdiction place, LocalDate on) {
    return MonthDay.parse("--" + get(name, place, on).value());
  }

  /** The usual rates of a place, in the order of the file. */
  public List<TaxRate> rates(Jurisdiction place, LocalDate on) {
    return rows.stream()
        .filter(row -> row.name().startsWith(RATE) && row.fits(place) > 0 && row.holds(on))
        .map(row -> new TaxRate(row.name().substring(RATE.length()), new BigDecimal(row.value())))
        .toList();
  }
}
