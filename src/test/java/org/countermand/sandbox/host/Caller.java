package org.countermand.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that made a connection on this machine, sought among those that we started. */
public final class Caller {

  private static final List<Path> CONNECTIONS =
      List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

  private Caller() {}

  /**
   * Whose connection it is; asked for while the connection stands.
   *
   * @param port the caller's own port, as the server sees it
   * @return the operating system's id of a child of this process
   * @throws IllegalStateException if no child has this connection
   */
  public static long pid(int port) {
    try {
      return Files.exists(CONNECTIONS.get(1)) ? fromProc(port) : fromLsof(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long fromProc(int port) throws IOException {
    String end = String.format(Locale.ROOT, ":%04X", port);
    for (Path table : CONNECTIONS) {
      if (Files.exists(table)) {
        Set<String> sockets =
            Files.readAllLines(table).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[1].endsWith(end))
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
          if (holds(child.pid(), sockets)) {
            return child.pid();
          }
        }
      }
    }
    throw nobody(port);
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException e) {
      // It ended meanwhile.
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // Closed meanwhile.
      return "";
    }
  }

  /** Where there is no {@code /proc}, as on macOS. */
  private static long fromLsof(int port) throws IOException {
    String children =
        ProcessHandle.current()
            .children()
            .map(child -> Long.toString(child.pid()))
            .collect(Collectors.joining(","));
    Process lsof =
        new ProcessBuilder("lsof", "-nP", "-a", "-p", children, "-iTCP:" + port, "-Fp").start();
    String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return output
        .lines()
        .filter(line -> line.startsWith("p"))
        .map(line -> Long.parseLong(line.substring(1)))
        .findFirst()
        .orElseThrow(() -> nobody(port));
  }

  private static IllegalStateException nobody(int port) {
    return new IllegalStateException("No process of ours has the connection from port " + port);
  }
}
