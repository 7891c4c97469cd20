package org.countermand.sandbox.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The real wholesaler's file (UCI Online Retail II, CC BY 4.0), read by other means than
 * Countermand's own: what it says here is what Countermand is measured by.
 *
 * @param path plain gzip, one physical line a row
 */
public record RetailFile(Path path) {

  private static final String FILE = "data/retail/online_retail_2009-2010.csv.gz";

  /** A comma that stands in no quotes. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  /** A row of the file. */
  public record Row(
      String invoice, String sku, int quantity, String date, BigDecimal price, String customer) {

    static Row parse(String text) {
      String[] cells = text.indexOf('"') < 0 ? text.split(",", -1) : COMMA.split(text, -1);
      return new Row(
          cells[0],
          cells[1],
          Integer.parseInt(cells[3]),
          cells[4],
          new BigDecimal(cells[5]),
          cells[6]);
    }

    /** Whether something was sold to somebody known. */
    public boolean isPurchase() {
      return !invoice.startsWith("C")
          && !invoice.startsWith("A")
          && quantity > 0
          && price.signum() > 0
          && !customer.isEmpty();
    }

    /** Whether the shop took something back from somebody known. */
    public boolean isInstruction() {
      return invoice.startsWith("C") && quantity < 0 && !customer.isEmpty();
    }

    /** The price of all units in pence; half a penny goes up. */
    public long pence() {
      return price
          .multiply(BigDecimal.valueOf(quantity))
          .movePointRight(2)
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
    }
  }

  /**
   * Where the file is looked for: below the folder that the system property {@code
   * countermand.shared} names.
   */
  public static RetailFile whole() {
    return new RetailFile(
        Path.of(System.getProperty("countermand.shared", "../shared")).resolve(FILE));
  }

  public boolean isThere() {
    return Files.isReadable(path);
  }

  /** The rows whose date begins so, as a file of their own that is gone with this JVM. */
  public RetailFile beginningWith(String date) {
    try {
      Path part = Files.createTempFile("retail-", ".csv.gz");
      part.toFile().deleteOnExit();
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(part)), StandardCharsets.UTF_8))) {
        boolean[] header = {true};
        eachLine(
            line -> {
              if (header[0] || line.contains("," + date)) {
                write(out, line);
              }
              header[0] = false;
            });
      }
      return new RetailFile(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row after the first. */
  public void each(Consumer<Row> use) {
    boolean[] header = {true};
    eachLine(
        line -> {
          if (!header[0]) {
            use.accept(Row.parse(line));
          }
          header[0] = false;
        });
  }

  /** What was paid for each invoice, in pence. */
  public Map<String, Long> payments() {
    Map<String, Long> payments = new LinkedHashMap<>();
    each(
        row -> {
          if (row.isPurchase()) {
            payments.merge(row.invoice(), row.pence(), Long::sum);
          }
        });
    return payments;
  }

  /**
   * What the file's own cancellations undo, found by other means than Countermand's.
   *
   * @param requests pairs of a cancellation number and an order
   */
  public record Undone(long units, long requests) {}

  /** Links what was taken back to earlier purchases of the same customer and stock code. */
  public Undone undone() {
    List<Row> rows = new ArrayList<>();
    Map<String, String> dates = new HashMap<>();
    each(
        row -> {
          rows.add(row);
          if (row.isPurchase()) {
            dates.putIfAbsent(row.invoice(), row.date());
          }
        });
    Map<String, List<int[]>> bought = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.isPurchase()) {
        bought
            .computeIfAbsent(row.customer() + '/' + row.sku(), key -> new ArrayList<>())
            .add(new int[] {i, row.quantity()});
      }
    }
    Comparator<int[]> byOrder =
        Comparator.comparing((int[] at) -> dates.get(rows.get(at[0]).invoice()))
            .thenComparing(at -> rows.get(at[0]).invoice())
            .thenComparing(at -> at[0]);
    bought.values().forEach(lines -> lines.sort(byOrder.reversed()));
    List<Row> taken =
        rows.stream()
            .filter(Row::isInstruction)
            .sorted(Comparator.comparing(Row::date).thenComparing(Row::invoice))
            .toList();
    long units = 0;
    Set<String> requests = new HashSet<>();
    for (Row row : taken) {
      int missing = -row.quantity();
      for (int[] line : bought.getOrDefault(row.customer() + '/' + row.sku(), List.of())) {
        String order = rows.get(line[0]).invoice();
        int undone = Math.min(missing, line[1]);
        if (undone > 0 && dates.get(order).compareTo(row.date()) <= 0) {
          line[1] -= undone;
          missing -= undone;
          units += undone;
          requests.add(row.invoice() + '/' + order);
        }
      }
    }
    return new Undone(units, requests.size());
  }

  private void eachLine(Consumer<String> use) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        use.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(BufferedWriter out, String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
