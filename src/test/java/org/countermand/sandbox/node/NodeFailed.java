package org.countermand.sandbox.node;

/** A node did not become ready; the message ends with the last lines of its log. */
public final class NodeFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  NodeFailed(String message) {
    super(message);
  }
}
