package org.countermand.sandbox.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Waits until a node says that it is ready, and no longer than there is hope. */
final class Readiness {

  private static final int TAIL = 40;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** The application was refused or failed to start; it will not become ready by waiting. */
  private static final Pattern HOPELESS =
      Pattern.compile("CWWKZ000[24]E|CWWKZ0013E|CWWKF0001E|CWWKG0014E|CWWKO0221E");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI ready;
  private final Path messages;
  private final Path console;

  Readiness(URI node, Layout layout) {
    this.ready = node.resolve("/health/ready");
    this.messages = layout.messages();
    this.console = layout.console();
  }

  /**
   * Returns when the node is ready.
   *
   * @throws NodeFailed if the process ends, the application fails, or the time is over
   */
  void await(Process process, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (!isReady()) {
        if (!process.isAlive()) {
          throw failed("ended with exit code " + process.exitValue());
        }
        if (HOPELESS.matcher(text(messages)).find()) {
          throw failed("could not start the application");
        }
        if (System.nanoTime() > deadline) {
          throw failed("was not ready within " + timeout.toSeconds() + " s");
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + ready, e);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private NodeFailed failed(String how) {
    String log = text(messages).isBlank() ? text(console) : text(messages);
    List<String> lines = log.lines().toList();
    List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    return new NodeFailed(
        "The node at %s %s; %s ends with:%n%s"
            .formatted(ready, how, messages, String.join(System.lineSeparator(), tail)));
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      // The server may be rolling the file just now; the next look finds it.
      return "";
    }
  }
}
