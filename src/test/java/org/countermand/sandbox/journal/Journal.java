package org.countermand.sandbox.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.countermand.sandbox.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value per line, appended, so that a change is in the file as a whole or not at all. It
 * outlives the process, not the machine: lines are handed to the operating system and not synced.
 *
 * @param <T> what a line holds
 */
public final class Journal<T> implements AutoCloseable {

  private final @Nullable OutputStream out;

  private Journal(@Nullable OutputStream out) {
    this.out = out;
  }

  /** A journal that remembers nothing. */
  public static <T> Journal<T> none() {
    return new Journal<>(null);
  }

  /**
   * Opens a file, or makes it, and tells what it holds in the order written. A last line without an
   * end was cut by a crash and is removed.
   *
   * @throws UncheckedIOException when the file cannot be read or written
   */
  public static <T> Journal<T> open(Path file, Class<T> type, Consumer<T> replay) {
    try {
      if (Files.exists(file)) {
        dropTornLine(file);
        try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            replay.accept(Json.read(line, type));
          }
        }
      }
      return new Journal<>(Files.newOutputStream(file, CREATE, APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends one line. */
  public synchronized void append(T value) {
    if (out != null) {
      try {
        out.write((Json.write(value) + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public synchronized void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void dropTornLine(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      channel.truncate(end);
    }
  }
}
