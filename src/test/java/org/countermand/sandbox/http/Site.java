package org.countermand.sandbox.http;

import org.countermand.sandbox.fault.Mishap;

/** What a server of the sandbox serves. */
public interface Site {

  /**
   * Answers a request.
   *
   * @param beforeWork to be run exactly when the work begins: it lasts as long as the delay that
   *     was set for this call, and does nothing when there is none
   */
  Response answer(Request request, Runnable beforeWork);

  /** Answers as a server in trouble does, and does no work. */
  default Response refuse(Request request, Mishap.Status status) {
    return Response.problem(status.code(), "unavailable", "The server is in trouble.");
  }
}
