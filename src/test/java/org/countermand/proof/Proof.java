package org.countermand.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves from outside that the books are right: reads Countermand's tables by SQL, as one snapshot
 * and without writing, the payment server's ledger and the bank's over HTTP, and holds them against
 * one another. It shares no code with the application, so that it shares none of its mistakes.
 *
 * <p>Exit code 0 when every statement is proved, 1 when one is broken, 2 when one could not be
 * asked, 3 when nothing could. {@code --json} prints JSON; {@code --settled=false} lets
 * cancellations be under way; {@code --books-only} leaves the ledger out.
 */
public final class Proof {

  private final Books books;
  private final Evidence evidence;

  Proof(Books books, @Nullable Gateway gateway, boolean settled) {
    this(books, gateway, null, settled);
  }

  Proof(Books books, @Nullable Gateway gateway, @Nullable Bank bank, boolean settled) {
    this.books = books;
    this.evidence = new Evidence(books, new OnceAsked(gateway), bank, settled);
  }

  /** Looks at everything and prints what was found. */
  public static void main(String[] arguments) {
    List<String> given = Arrays.asList(arguments);
    for (String argument : given) {
      String[] pair = argument.replaceFirst("^--", "").split("=", 2);
      System.setProperty("countermand.proof." + pair[0], pair.length > 1 ? pair[1] : "true");
    }
    try {
      Report report = of(Options.of(System.getProperties()));
      boolean json = Options.set(System.getProperties(), "json", false);
      System.out.println(json ? report.json() : report.text());
      System.out.flush();
      if (report.exitCode() != 0) {
        System.exit(report.exitCode());
      }
    } catch (SQLException e) {
      System.err.println("The books cannot be opened: " + e.getMessage());
      System.exit(3);
    }
  }

  /**
   * Looks at everything.
   *
   * @throws SQLException when the database cannot be reached
   */
  public static Report of(Options options) throws SQLException {
    try (Books books = Books.open(options.database(), options.user(), options.password())) {
      Gateway gateway =
          options.gateway() == null ? null : new Gateway(options.gateway(), options.key());
      // The first query takes the snapshot, before the ledger is asked.
      books.second();
      Bank bank = options.bank() == null ? null : new Bank(options.bank());
      return new Proof(books, gateway, bank, options.settled()).report();
    }
  }

  Report report() throws SQLException {
    List<Result> results = new ArrayList<>();
    for (Statement statement : statements()) {
      results.add(result(statement));
    }
    return new Report(results);
  }

  static List<Statement> statements() {
    Sums sums = new Sums();
    List<Statement> statements = new ArrayList<>();
    statements.add(new PaidInLedger());
    statements.add(new Refunds(sums));
    statements.add(new RefundSums(sums));
    statements.add(new Voids());
    statements.addAll(MoneyInBooks.statements());
    statements.addAll(Credits.statements());
    statements.add(Payouts.IN_BOOKS);
    statements.add(new Payouts());
    statements.add(new Promises());
    statements.add(new Papers());
    statements.add(new Consents());
    statements.addAll(Documents.statements());
    statements.addAll(Goods.statements());
    statements.addAll(Work.statements());
    statements.add(new Histories());
    statements.add(new Chain());
    return statements;
  }

  private Result result(Statement statement) {
    Tally tally = new Tally();
    try {
      books.apart(() -> statement.examine(evidence, tally));
      return tally.result(statement);
    } catch (IOException | SQLException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new Result(
          statement.id(), statement.sentence(), Verdict.NOT_PROVABLE, 0, 0, List.of(), why);
    }
  }

  /** Asks for the ledger once, whatever comes of it. */
  private static final class OnceAsked implements Evidence.LedgerSource {

    private final @Nullable Gateway gateway;
    private @Nullable Ledger ledger;
    private @Nullable IOException trouble;

    OnceAsked(@Nullable Gateway gateway) {
      this.gateway = gateway;
    }

    @Override
    public Ledger ledger() throws IOException {
      if (gateway == null) {
        throw new IOException("the ledger was not to be asked");
      }
      if (trouble != null) {
        throw trouble;
      }
      if (ledger == null) {
        try {
          ledger = Ledger.read(gateway);
        } catch (IOException e) {
          trouble = e;
          throw e;
        }
      }
      return ledger;
    }
  }
}
