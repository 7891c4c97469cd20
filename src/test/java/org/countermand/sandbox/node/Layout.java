package org.countermand.sandbox.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.countermand.sandbox.host.Folders;

/**
 * Where a node finds what the build laid out, and where it keeps its own.
 *
 * @param folder the node's own folder; kept, it spares the next start the filling of its caches
 */
record Layout(Path folder) {

  private static final String SERVER = "countermand";

  /** What the server writes and what a node brings itself. */
  private static final Set<String> NOT_COPIED = Set.of("apps", "logs", "workarea", "server.env");

  /** The server's installation, shared by all nodes and never written to. */
  static Path installation() {
    return built("countermand.liberty", "target/liberty/wlp");
  }

  private static Path war() {
    return built("countermand.war", "target/countermand.war");
  }

  private static Path built(String property, String byDefault) {
    Path path = Path.of(System.getProperty(property, byDefault)).toAbsolutePath();
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          path + " is not there; run “mvn package -DskipTests” first, or set -D" + property + "=…");
    }
    return path;
  }

  Path user() {
    return folder.resolve("usr");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** The server's own log. */
  Path messages() {
    return logs().resolve("messages.log");
  }

  /** What the process writes to its output. */
  Path console() {
    return logs().resolve("console.log");
  }

  Path pid() {
    return folder.resolve("node.pid");
  }

  Path server() {
    return user().resolve("servers").resolve(SERVER);
  }

  /** Takes over what was built last; the caches of an earlier start stay. */
  void prepare() {
    Folders.copy(installation().resolve("usr/servers").resolve(SERVER), server(), NOT_COPIED);
    Path apps = server().resolve("apps");
    try {
      Files.createDirectories(apps);
      Files.createDirectories(logs());
      Files.copy(
          war(),
          apps.resolve("countermand.war"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      Addition.PLAIN_GATEWAY.into(apps.resolve("countermand.war"));
      // A failure in the log of the run before must not be read as one of this run.
      Files.deleteIfExists(messages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
