package org.countermand.sandbox;

import java.nio.file.Path;

/** An outside party that the sandbox plays, such as the payment server. */
@FunctionalInterface
public interface Party {

  /**
   * Starts the party; it listens when this returns.
   *
   * @param settings ports, secrets, and the portal that it may call once the nodes are there
   * @param folder where it keeps what its next start shall find
   */
  AutoCloseable start(Settings settings, Path folder) throws Exception;
}
