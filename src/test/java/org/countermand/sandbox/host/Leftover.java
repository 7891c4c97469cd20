package org.countermand.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A process of an earlier sandbox that was killed before it could end its children.
 *
 * <p>Its id alone does not make it ours: ids are given again, and a stranger must not be ended.
 */
public final class Leftover {

  private static final Duration CLEAN_END = Duration.ofSeconds(20);

  /** The start is computed from the time since boot, and the clock may have been set since. */
  private static final Duration ROUNDING = Duration.ofSeconds(3);

  private Leftover() {}

  /** Writes down a process, so that {@link #end(Path)} finds it in a later run. */
  public static void note(Path file, ProcessHandle process) {
    long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    try {
      Files.writeString(file, process.pid() + "\n" + started + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process that the file notes, if it still lives, and deletes the file. */
  public static void end(Path file) {
    try {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() >= 2) {
          long started = Long.parseLong(lines.get(1).strip());
          end(Long.parseLong(lines.get(0).strip()), process -> startedAt(process, started));
        }
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process with this id if it is the one that is meant: politely, then by force. */
  public static void end(long pid, Predicate<ProcessHandle.Info> meant) {
    ProcessHandle.of(pid)
        .filter(process -> meant.test(process.info()))
        .ifPresent(
            process -> {
              process.destroy();
              if (!ends(process)) {
                process.destroyForcibly();
                ends(process);
              }
            });
  }

  private static boolean startedAt(ProcessHandle.Info process, long millis) {
    return process
        .startInstant()
        .filter(start -> Math.abs(start.toEpochMilli() - millis) <= ROUNDING.toMillis())
        .isPresent();
  }

  private static boolean ends(ProcessHandle process) {
    try {
      process.onExit().get(CLEAN_END.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
