package org.countermand.sandbox.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Closes whatever is still open when this JVM ends, the youngest first.
 *
 * <p>One hook for all: the JVM runs several hooks at once, and the database would go before the
 * servers that still talk to it.
 */
public final class AtExit {

  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
  private static boolean exiting;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "sandbox-at-exit"));
  }

  private AtExit() {}

  /**
   * Promises to close the resource at the end. Called <em>before</em> its process starts: what
   * starts after the promise is closed, and what comes too late for a promise never starts.
   *
   * @throws IllegalStateException if the JVM is ending already
   */
  public static void close(AutoCloseable resource) {
    synchronized (OPEN) {
      if (exiting) {
        throw new IllegalStateException("The sandbox is ending.");
      }
      OPEN.push(resource);
    }
  }

  /** Forgets a resource that was closed in time. */
  public static void closed(AutoCloseable resource) {
    synchronized (OPEN) {
      OPEN.remove(resource);
    }
  }

  /** Whether the JVM is ending, so that failures are no news. */
  public static boolean exiting() {
    synchronized (OPEN) {
      return exiting;
    }
  }

  private static void closeAll() {
    List<AutoCloseable> youngestFirst;
    synchronized (OPEN) {
      exiting = true;
      youngestFirst = new ArrayList<>(OPEN);
    }
    for (AutoCloseable resource : youngestFirst) {
      try {
        resource.close();
      } catch (Exception e) {
        // The others must still be closed.
        System.err.println("Could not close " + resource + ": " + e);
      }
    }
  }
}
