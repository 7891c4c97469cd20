package org.countermand.sandbox.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.countermand.sandbox.host.AtExit;
import org.countermand.sandbox.host.Leftover;
import org.countermand.sandbox.host.Ports;
import org.jspecify.annotations.Nullable;

/**
 * One Countermand server on 127.0.0.1, as a process of its own.
 *
 * <p>Its life: {@link #start} returns when it is ready; {@link #stop} ends it as an operator would,
 * {@link #kill} as a power cut would; {@link #restart} brings it back on the same port with what
 * was built last. It ends with {@link #close()}, at the latest with this JVM. One thread steers it.
 */
public final class Node implements AutoCloseable {

  private static final Duration READY = Duration.ofSeconds(180);
  private static final Duration CLEAN_END = Duration.ofSeconds(30);

  private final Layout layout;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> jvmOptions;
  private @Nullable Process process;
  private boolean closed;

  private Node(Path folder, int port, Map<String, String> environment, List<String> jvmOptions) {
    this.layout = new Layout(folder.toAbsolutePath());
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.jvmOptions = List.copyOf(jvmOptions);
  }

  /**
   * Starts a node and waits until it is ready.
   *
   * @param folder the node's own; kept between runs it makes the next start quicker
   * @param environment what the installation sets, such as {@code COUNTERMAND_DB_PORT}
   * @param jvmOptions added to those of {@code jvm.options}
   * @throws NodeFailed if it does not become ready
   * @throws org.countermand.sandbox.host.PortTaken if something else listens on its port
   */
  public static Node start(
      Path folder, int port, Map<String, String> environment, List<String> jvmOptions) {
    Node node = new Node(folder, port, environment, jvmOptions);
    AtExit.close(node);
    try {
      node.restart();
      return node;
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  /** Ends a node that an earlier, killed sandbox left running on the folder. */
  public static void endLeftover(Path folder) {
    Leftover.end(new Layout(folder.toAbsolutePath()).pid());
  }

  /**
   * Starts it again, after stopping it if it still runs, and waits until it is ready.
   *
   * @throws NodeFailed if it does not become ready
   * @throws org.countermand.sandbox.host.PortTaken if something else listens on its port
   */
  public void restart() {
    stop();
    Process started = launch();
    new Readiness(uri(), layout).await(started, READY);
  }

  private synchronized Process launch() {
    if (closed) {
      throw new IllegalStateException("The node is closed.");
    }
    endLeftover(layout.folder());
    // The server would try for two minutes before it says so.
    Ports.require(port, "countermand.http.port");
    layout.prepare();
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.directory(layout.server().toFile());
    // What is set for other installations on this machine must not leak into this one.
    builder.environment().keySet().removeIf(name -> name.startsWith("COUNTERMAND_"));
    builder.environment().putAll(environment);
    builder.environment().put("COUNTERMAND_HTTP_PORT", Integer.toString(port));
    builder.environment().put("WLP_USER_DIR", layout.user().toString());
    builder.environment().put("LOG_DIR", layout.logs().toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.to(layout.console().toFile()));
    try {
      Process started = builder.start();
      process = started;
      Leftover.note(layout.pid(), started.toHandle());
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Without the server's script in between, so that the process is the server and can be killed.
   */
  private List<String> command() {
    Path tools = Layout.installation().resolve("bin/tools");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The script would have read both; JVM argument files have the same form.
    command.add("@" + Layout.installation().resolve("lib/platform/java/java9.options"));
    command.add("@" + layout.server().resolve("jvm.options"));
    command.addAll(jvmOptions);
    command.add("-javaagent:" + tools.resolve("ws-javaagent.jar"));
    command.addAll(List.of("-jar", tools.resolve("ws-server.jar").toString(), "countermand"));
    return command;
  }

  /** The root of the application. */
  public URI uri() {
    return URI.create("http://localhost:%d/".formatted(port));
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The server's log, for a look after a failure. */
  public File log() {
    return layout.messages().toFile();
  }

  /** Whether the process lives. */
  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /**
   * The operating system's id of the server's process.
   *
   * @throws IllegalStateException if it was never started
   */
  public synchronized long pid() {
    if (process == null) {
      throw new IllegalStateException("The node was never started.");
    }
    return process.pid();
  }

  /** Ends it at once and without a word (SIGKILL); returns when the process is gone. */
  public void kill() {
    end(Process::destroyForcibly);
  }

  /** Stops its process where it is (SIGSTOP), until it is thawed. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets a frozen process go on. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("No signal " + name + " to " + this);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it cleanly (SIGTERM), by force if that takes too long; returns when it is gone. */
  public void stop() {
    end(Process::destroy);
  }

  private void end(Consumer<Process> how) {
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running == null || !running.isAlive()) {
      return;
    }
    how.accept(running);
    try {
      if (!running.waitFor(CLEAN_END.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor(CLEAN_END.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
    AtExit.closed(this);
  }

  @Override
  public String toString() {
    return "node at " + uri();
  }
}
