package org.countermand.tax.model;

import java.util.List;

/** What was written of a document says something else than the document, and is not handed out. */
public final class UnfaithfulForm extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> differences;

  /**
   * Names what differs.
   *
   * @param differences each as {@code what: expected, found}
   */
  public UnfaithfulForm(String number, List<String> differences) {
    super(number + ": " + String.join("; ", differences));
    this.differences = List.copyOf(differences);
  }

  /** What differs, one by one. */
  public List<String> differences() {
    return differences;
  }
}
