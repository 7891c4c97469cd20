package org.countermand.tax.model;

/**
 * A form of documents that machines read. What it writes depends on the document alone: the same
 * document gives the same bytes. Asked by many threads.
 */
public interface StructuredForm {

  /** Its short name, such as {@code ubl}: a part of the address where it is found. */
  String code();

  /** Whether it is a form of this document's place and kind. */
  boolean covers(CreditDocument document);

  /**
   * Writes a document that it covers.
   *
   * @throws UnfaithfulForm if what was written does not say exactly what the document says
   */
  Rendering write(CreditDocument document);
}
