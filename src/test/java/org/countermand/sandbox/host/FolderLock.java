package org.countermand.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second sandbox out of a folder; the operating system lifts it with the process. */
public final class FolderLock implements AutoCloseable {

  /** Another sandbox uses the folder; the message is one sentence for the person who started it. */
  public static final class Taken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Taken(Path folder) {
      super(
          "A sandbox runs in %s already; end it first, or choose -Dcountermand.sandbox=FOLDER."
              .formatted(folder));
    }
  }

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks the folder, which is created if it is missing.
   *
   * @throws Taken if another sandbox holds it
   */
  public static FolderLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new Taken(folder);
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
