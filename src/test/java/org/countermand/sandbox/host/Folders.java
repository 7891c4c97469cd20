package org.countermand.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Folders as wholes. */
public final class Folders {

  private Folders() {}

  /** Deletes the folder with everything in it; one that does not exist is deleted already. */
  public static void delete(Path folder) {
    for (Path path : contents(folder, Comparator.reverseOrder())) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A file in a folder that is made if it is missing. */
  public static Path file(Path folder, String name) {
    try {
      return Files.createDirectories(folder).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Copies a folder over another; what else is there stays.
   *
   * @param without names directly below {@code from} that are left out
   */
  public static void copy(Path from, Path to, Set<String> without) {
    for (Path path : contents(from, Comparator.naturalOrder())) {
      Path below = from.relativize(path);
      if (!without.contains(below.getName(0).toString())) {
        copyOne(path, to.resolve(below));
      }
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(
            from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> contents(Path folder, Comparator<Path> order) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(order).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
