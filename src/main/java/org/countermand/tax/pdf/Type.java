package org.countermand.tax.pdf;

/**
 * How text is set.
 *
 * @param size in points
 */
record Type(float size, boolean bold) {

  static final Type TITLE = new Type(17, true);
  static final Type HEADING = new Type(10.5f, true);
  static final Type TEXT = new Type(9, false);
  static final Type STRONG = new Type(9, true);
  static final Type SMALL = new Type(7.5f, false);

  /** From one line to the next, in points. */
  float leading() {
    return size * 1.4f;
  }
}
