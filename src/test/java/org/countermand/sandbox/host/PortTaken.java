package org.countermand.sandbox.host;

/** A wanted port is in use; the message is one sentence for the person who chose it. */
public final class PortTaken extends RuntimeException {

  private static final long serialVersionUID = 1;

  PortTaken(int port, String property) {
    super("Port %d is taken; choose another with -D%s=….".formatted(port, property));
  }
}
