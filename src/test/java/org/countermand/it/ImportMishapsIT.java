package org.countermand.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.demo.RetailFile;
import org.countermand.sandbox.demo.RetailShop;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people at once, a node that dies in the middle, and files that mean harm. */
class ImportMishapsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String HEADER =
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";

  private static World world;
  private static Books books;
  private static RetailShop retail;

  @BeforeAll
  static void prepare() throws IOException {
    world = SharedWorld.get();
    books = new Books(world);
    retail = new RetailShop(world).prepare(file(HEADER.getBytes(UTF_8)));
  }

  @AfterAll
  static void startTheDead() {
    world.nodes().stream().filter(node -> !node.isRunning()).forEach(Node::restart);
  }

  @Test
  void the_same_file_by_two_people_at_once_is_one_job() {
    assumeTrue(RetailFile.whole().isThere(), "skipped: no real data");
    RetailFile week = RetailFile.whole().beginningWith("2010-01-0");
    List<RetailShop> people =
        world.nodes().stream().map(node -> new RetailShop(world, node)).toList();

    List<CompletableFuture<String>> begun =
        people.stream()
            .map(person -> CompletableFuture.supplyAsync(() -> person.begin(week)))
            .toList();
    List<String> jobs = begun.stream().map(CompletableFuture::join).distinct().toList();
    long created =
        jobs.stream().mapToLong(job -> retail.await(job, PATIENCE).path("created").asLong()).sum();

    assertThat(jobs).hasSize(1);
    assertThat(created).isEqualTo(numbers(week));
    assertThat(orders(week)).isEqualTo(week.payments().size());
  }

  /** Packed differently it is another file for whoever compares bytes, with the same orders. */
  @Test
  void the_same_orders_in_two_files_at_once_are_taken_in_once() throws IOException {
    assumeTrue(RetailFile.whole().isThere(), "skipped: no real data");
    RetailFile week = RetailFile.whole().beginningWith("2010-02-0");
    List<RetailFile> files = List.of(week, unpacked(week));
    List<RetailShop> people =
        world.nodes().stream().map(node -> new RetailShop(world, node)).toList();

    List<JsonNode> jobs =
        Stream.of(0, 1)
            .map(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> people.get(i % people.size()).bring(files.get(i))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(jobs).allSatisfy(job -> assertThat(job.path("state").asText()).isEqualTo("DONE"));
    assertThat(jobs.stream().mapToLong(job -> job.path("created").asLong()).sum())
        .isEqualTo(numbers(week));
    assertThat(jobs.stream().mapToLong(job -> job.path("existing").asLong()).sum())
        .isEqualTo(numbers(week));
    assertThat(jobs.stream().mapToLong(job -> job.path("refused").asLong()).sum()).isZero();
    assertThat(orders(week)).isEqualTo(week.payments().size());
  }

  @Test
  void a_node_that_dies_in_the_middle_is_taken_over_from() {
    assumeTrue(RetailFile.whole().isThere(), "skipped: no real data");
    RetailFile month = RetailFile.whole().beginningWith("2010-03-");
    String job = retail.begin(month);
    Books.eventually(() -> books.count("SELECT settled FROM job WHERE id = ?::uuid", job) > 0);
    Node owner = world.nodes().get(0);

    owner.kill();
    JsonNode done = new RetailShop(world, world.nodes().get(1)).await(job, PATIENCE);
    owner.restart();

    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(done.path("created").asLong()).isEqualTo(numbers(month));
    assertThat(orders(month)).isEqualTo(month.payments().size());
    assertThat(books.count("SELECT count(*) FROM job_chunk WHERE job_id = ?::uuid", job)).isZero();
  }

  @Test
  void what_unfolds_without_end_is_refused_and_nothing_is_taken_in() throws IOException {
    Path bomb = Files.createTempFile("bomb-", ".csv.gz");
    byte[] row = row("8001").getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(HEADER.getBytes(UTF_8));
      for (int i = 0; i < 200_000; i++) {
        out.write(row);
      }
    }

    JsonNode job = retail.bring(new RetailFile(bomb));

    assertThat(job.path("state").asText()).isEqualTo("FAILED");
    assertThat(job.path("reason").asText()).isEqualTo("TOO_LARGE");
    assertThat(books.count("SELECT count(*) FROM shop_order WHERE channel_number = '8001'"))
        .isZero();
  }

  @Test
  void a_file_with_other_columns_is_refused_by_name() throws IOException {
    JsonNode job = retail.bring(file(HEADER.replace("Price", "Cost").getBytes(UTF_8)));

    assertThat(job.path("state").asText()).isEqualTo("FAILED");
    assertThat(job.path("reason").asText()).isEqualTo("COLUMN_MISSING");
  }

  @Test
  void hostile_rows_spoil_themselves_and_their_report_is_no_formula() throws Exception {
    byte[] file =
        (HEADER
                + row("8101")
                + row("8102").replace("MUG", "\"=cmd|'/c calc'!A1\"\"\nsecond line\"")
                + row("=8103()").replace(",1,", ",0,")
                + row("8104").replace("MUG", "M".repeat(1 << 20))
                + row("8105").replace("MUG", "CAF\u00C9")
                + row("8106").replace("2.50", "free")
                + row("8107").replace("MUG", "\"MUG"))
            .getBytes(ISO_8859_1);

    JsonNode job = retail.bring(file(file));

    assertThat(job.path("state").asText()).isEqualTo("DONE");
    assertThat(job.path("created").asLong()).isEqualTo(2);
    assertThat(job.path("rows").asLong()).isEqualTo(7);
    assertThat(report(job.path("id").asText()).lines().skip(1))
        .hasSize(5)
        .anyMatch(line -> line.startsWith("5,QUANTITY_NOT_SANE,\"Quantity\",\"'=8103()\",0,0,\"'="))
        .anyMatch(line -> line.startsWith("6,TOO_LONG,"))
        .anyMatch(line -> line.startsWith("7,NOT_ENCODED,"))
        .anyMatch(line -> line.startsWith("8,CELL_INVALID,\"Price\",\"8106\""))
        .anyMatch(line -> line.startsWith("9,NOT_READABLE,"));
  }

  @Test
  void a_job_is_paused_goes_on_and_is_nobody_elses() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 6_000; i++) {
      rows.append(row("82" + i));
    }
    String job = retail.begin(file(rows.toString().getBytes(UTF_8)));
    Shop shop = retail.api();
    shop.send("POST", "jobs/" + job + "/pause", "", Map.of()).ok();
    JsonNode paused = retail.await(job, PATIENCE);
    Shop stranger = new Shop(world.node().uri(), world.settings());

    assertThat(paused.path("state").asText()).isEqualTo("PAUSED");
    assertThat(stranger.send("GET", "jobs/" + job, "", Map.of()).status()).isEqualTo(404);
    assertThat(stranger.send("POST", "jobs/" + job + "/stop", "", Map.of()).status())
        .isEqualTo(404);
    shop.send("POST", "jobs/" + job + "/resume", "", Map.of()).ok();
    Books.eventually(
        () -> {
          String state = shop.send("GET", "jobs/" + job, "", Map.of()).ok().path("state").asText();
          return state.equals("DONE");
        },
        PATIENCE);
    assertThat(shop.send("POST", "jobs/" + job + "/pause", "", Map.of()).code())
        .isEqualTo("STATE_FORBIDS");
    assertThat(
            books.count(
                "SELECT count(*) FROM shop_order WHERE shop = 'retail' AND channel_number LIKE"
                    + " '82%' AND length(channel_number) < 8"))
        .isEqualTo(6_000);
  }

  private static String row(String number) {
    return number + ",22041,MUG,1,2010-07-01 09:30:00,2.50,13085,France\n";
  }

  private static RetailFile file(byte[] content) throws IOException {
    Path file = Files.createTempFile("import-", ".csv.gz");
    file.toFile().deleteOnExit();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return new RetailFile(file);
  }

  private static RetailFile unpacked(RetailFile packed) throws IOException {
    Path plain = Files.createTempFile("retail-", ".csv");
    plain.toFile().deleteOnExit();
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed.path()));
        OutputStream out = Files.newOutputStream(plain)) {
      in.transferTo(out);
    }
    return new RetailFile(plain);
  }

  /** Numbers of orders and of what was taken back. */
  private static long numbers(RetailFile file) {
    java.util.Set<String> numbers = new java.util.HashSet<>();
    file.each(
        row -> {
          if (row.isPurchase() || row.isInstruction()) {
            numbers.add(row.invoice());
          }
        });
    return numbers.size();
  }

  private static long orders(RetailFile file) {
    return file.payments().keySet().stream()
        .filter(
            number ->
                books.count(
                        "SELECT count(*) FROM shop_order WHERE shop = 'retail'"
                            + " AND channel_number = ?",
                        number)
                    == 1)
        .count();
  }

  private static String report(String job) throws Exception {
    URI address = world.node().uri().resolve("/api/v1/jobs/" + job + "/report");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + Accounts.RETAIL.key())
                .build(),
            BodyHandlers.ofString())
        .body();
  }
}
