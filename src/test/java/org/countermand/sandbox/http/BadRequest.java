package org.countermand.sandbox.http;

/** The request cannot be understood; the answer is 400 with this message. */
public final class BadRequest extends RuntimeException {

  public BadRequest(String message) {
    super(message);
  }
}
