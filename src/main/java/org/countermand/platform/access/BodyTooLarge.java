package org.countermand.platform.access;

import java.io.IOException;

/** A body that turned out longer than is taken here; the answer is 413 whoever catches this. */
public class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1;

  BodyTooLarge(long limit) {
    super("The body is longer than " + limit + " bytes");
  }
}
