package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.kernel.Jurisdiction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our usual rates against two lists of others, neither of which is to be trusted alone. */
@Tag("real-data")
class TaxRatesRealDataTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("countermand.shared", "../shared")).resolve("data/tax");

  /** Begin, end (exclusive), country and rate of a whole country's usual rate. */
  private static final Pattern LINE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d),([\\d-]*),([A-Z]{2}),[A-Z]{3},([\\d.]+),standard,.*");

  /** A country of the other list, and in it a time and its usual rate. */
  private static final Pattern COUNTRY = Pattern.compile("^    \"([A-Z]{2})\": \\[");

  private static final Pattern FROM = Pattern.compile("\"effective_from\": \"([\\d-]+)\"");
  private static final Pattern STANDARD = Pattern.compile("^          \"standard\": ([\\d.]+)");

  /** Ireland's 21 % from September 2020 to February 2021 is missing there. */
  private static final Set<String> WRONG_THERE = Set.of("IE");

  @BeforeAll
  static void present() {
    assumeTrue(Files.isDirectory(FOLDER), "skipped: no real data at " + FOLDER);
  }

  private static BigDecimal ours(String country, LocalDate on) {
    Jurisdiction place = Jurisdiction.of(country);
    return Regimes.of(place).rates(place, on).get(0).percent();
  }

  @Test
  void germany_had_16_percent_in_the_second_half_of_2020() {
    assertThat(ours("DE", LocalDate.of(2020, 6, 30))).isEqualTo("19");
    assertThat(ours("DE", LocalDate.of(2020, 7, 1))).isEqualTo("16");
    assertThat(ours("DE", LocalDate.of(2020, 12, 31))).isEqualTo("16");
    assertThat(ours("DE", LocalDate.of(2021, 1, 1))).isEqualTo("19");
  }

  @Test
  void usual_rates_are_those_of_the_first_list() throws IOException {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("kdeldycke/vat_rates.csv"))) {
      Matcher row = LINE.matcher(line);
      if (!row.matches() || WRONG_THERE.contains(row.group(3)) || !isEuropean(row.group(3))) {
        continue;
      }
      LocalDate end =
          row.group(2).isEmpty() ? LocalDate.of(2026, 11, 22) : LocalDate.parse(row.group(2));
      if (end.isAfter(LocalDate.of(2018, 1, 1))) {
        // Some ends are the last day and some the day after it.
        LocalDate within = end.minusDays(2);
        compared++;
        compare(row.group(3), within, new BigDecimal(row.group(4)).movePointRight(2), differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(25);
  }

  @Test
  void usual_rates_are_those_of_the_second_list() throws IOException {
    List<String> differences = new ArrayList<>();
    String country = "";
    LocalDate from = LocalDate.MIN;
    int compared = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("ibericode/vat-rates.json"))) {
      Matcher place = COUNTRY.matcher(line);
      Matcher begin = FROM.matcher(line);
      Matcher rate = STANDARD.matcher(line);
      if (place.find()) {
        country = place.group(1);
      } else if (begin.find()) {
        String day = begin.group(1);
        from = day.startsWith("0000") ? LocalDate.MIN : LocalDate.parse(day);
      } else if (rate.find() && !from.isBefore(LocalDate.of(2017, 1, 1)) && isEuropean(country)) {
        compared++;
        compare(country, from, new BigDecimal(rate.group(1)), differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(10);
  }

  private static boolean isEuropean(String country) {
    return Jurisdiction.exists(country)
        && Set.of("eu", "unitedkingdom").contains(Regimes.of(Jurisdiction.of(country)).code());
  }

  private static void compare(
      String country, LocalDate on, BigDecimal theirs, List<String> differences) {
    if (ours(country, on).compareTo(theirs) != 0) {
      differences.add(country + " on " + on + ": " + ours(country, on) + " and " + theirs);
    }
  }
}
