package org.countermand.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.sandbox.host.AtExit;
import org.countermand.sandbox.host.Folders;
import org.countermand.sandbox.host.Leftover;
import org.countermand.sandbox.host.Ports;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL on loopback that is as durable as a real one: a commit is on disk when it returns.
 *
 * <p>Started on an empty folder it creates the database {@value #NAME} and its roles; started on a
 * folder that it used before, even one whose server was killed, it finds everything that was
 * committed. It ends with {@link #close()}, at the latest with this JVM.
 */
public final class Database implements AutoCloseable {

  /** The name of the database. */
  public static final String NAME = "countermand";

  /** Kept from the garbage collector, which would forget the level with the logger. */
  private static final Logger QUIET = Logger.getLogger("io.zonky.test.db.postgres");

  private static final Duration START = Duration.ofSeconds(60);

  private static final Map<String, String> CONFIG =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "200",
          // The embedding turns all three off by default; then a kill test would prove nothing.
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "timezone", "UTC");

  private final Path folder;
  private final int port;
  private final boolean temporary;
  private @Nullable EmbeddedPostgres server;
  private boolean closed;

  private Database(Path folder, int port, boolean temporary) {
    this.folder = folder;
    this.port = port;
    this.temporary = temporary;
  }

  /**
   * Starts on a folder that is kept.
   *
   * @param port the port to listen on, 0 for any free one
   */
  public static Database start(Path folder, int port) {
    return new Database(folder.toAbsolutePath(), port == 0 ? Ports.free() : port, false).start();
  }

  /** Starts empty on any free port; the data goes when it is closed. */
  public static Database temporary() {
    try {
      Path folder = Files.createTempDirectory("countermand-database");
      return new Database(folder, Ports.free(), true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a server that an earlier, killed sandbox left running on the folder. */
  public static void endLeftover(Path folder) {
    Path file = data(folder.toAbsolutePath()).resolve("postmaster.pid");
    try {
      if (Files.exists(file)) {
        String data = file.getParent().toString();
        Leftover.end(
            Long.parseLong(Files.readAllLines(file).get(0).strip()),
            process -> process.commandLine().filter(line -> line.contains(data)).isPresent());
        // PostgreSQL does not start while the id in the file lives, even as somebody else's.
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Database start() {
    // What fails at the start is thrown, and the end is seen to below.
    QUIET.setLevel(Level.OFF);
    AtExit.close(this);
    try {
      discardHalfMade();
      endLeftover(folder);
      Files.createDirectories(folder);
      server = launch();
      try (Connection superuser = connect("postgres", "postgres", "")) {
        Roles.createOutside(superuser);
      }
      try (Connection superuser = connect(NAME, "postgres", "")) {
        Roles.grantInside(superuser);
      }
      Files.writeString(complete(), "");
      return this;
    } catch (IOException | SQLException e) {
      close();
      throw new IllegalStateException(
          "PostgreSQL did not start on port " + port + "; see " + log(), e);
    }
  }

  /** A first start that was cut off leaves a folder that looks used and cannot be started. */
  private void discardHalfMade() {
    if (!Files.exists(complete())) {
      endLeftover(folder);
      Folders.delete(data(folder));
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data(folder))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START)
            // The same order and the same lower case on every machine, whatever it speaks.
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setOutputRedirector(Redirect.appendTo(log().toFile()))
            .setErrorRedirector(Redirect.appendTo(log().toFile()));
    CONFIG.forEach(builder::setServerConfig);
    return builder.start();
  }

  /** Makes the tables, for those who need them without a node. */
  public Database migrated() {
    Flyway.configure()
        .dataSource(jdbcUrl(), Role.OWNER.user(), Role.OWNER.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return this;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The JDBC URL, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME);
  }

  /** A new connection as the role; the caller closes it. */
  public Connection connect(Role role) throws SQLException {
    return connect(NAME, role.user(), role.password());
  }

  private Connection connect(String name, String user, String password) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    return source.getConnection(user, password);
  }

  /** The operating system's id of the server process. */
  public long pid() {
    return postmaster().orElseThrow(() -> new IllegalStateException("not running")).pid();
  }

  private Optional<ProcessHandle> postmaster() {
    try {
      Path file = data(folder).resolve("postmaster.pid");
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server; what was committed stays in the folder unless the folder is temporary. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // The embedding waits five seconds for the end and then looks away.
      endLeftover(folder);
      if (temporary) {
        Folders.delete(folder);
      }
      AtExit.closed(this);
    }
  }

  private static Path data(Path folder) {
    return folder.resolve("data");
  }

  private Path complete() {
    return folder.resolve("complete");
  }

  private Path log() {
    return folder.resolve("postgres.log");
  }

  @Override
  public String toString() {
    return "PostgreSQL on port " + port;
  }
}
