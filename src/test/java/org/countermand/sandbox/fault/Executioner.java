package org.countermand.sandbox.fault;

import java.util.concurrent.TimeUnit;

/** Ends a process the way a power cut would: no shutdown hook runs. */
public final class Executioner {

  private Executioner() {}

  /** Returns when the process is dead, or at once when there is none of that number. */
  public static void end(long pid) {
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            });
  }
}
