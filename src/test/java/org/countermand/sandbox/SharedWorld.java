package org.countermand.sandbox;

import java.nio.file.Path;
import org.countermand.sandbox.host.AtExit;
import org.jspecify.annotations.Nullable;

/** One world with two nodes for all integration tests of a run; it ends with the JVM. */
public final class SharedWorld {

  private static @Nullable World world;

  private SharedWorld() {}

  /** The world, started when it is first asked for. */
  public static synchronized World get() {
    if (world == null) {
      world = World.start(Settings.forTests(Path.of("target/world"), 2));
      AtExit.close(world);
    }
    return world;
  }
}
