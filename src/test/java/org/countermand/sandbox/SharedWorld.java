package org.countermand.sandbox;

import java.nio.file.Path;
import org.countermand.sandbox.host.AtExit;
import org.jspecify.annotations.Nullable;

/** One world with two nodes for all integration tests of a process; it ends with the JVM. */
public final class SharedWorld {

  /** Test processes that run beside each other have worlds of their own. */
  private static final Path FOLDER =
      Path.of("target/world" + System.getProperty("countermand.fork", ""));

  private static @Nullable World world;

  private SharedWorld() {}

  /** The world, started when it is first asked for. */
  public static synchronized World get() {
    if (world == null) {
      world = World.start(Settings.forTests(FOLDER, 2));
      AtExit.close(world);
    }
    return world;
  }
}
