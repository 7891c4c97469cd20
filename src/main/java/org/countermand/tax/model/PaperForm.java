package org.countermand.tax.model;

import java.util.Optional;

/**
 * The form of documents that people read, in the language of the document. The same document gives
 * the same bytes. Asked by many threads.
 */
public interface PaperForm {

  /**
   * Writes any document.
   *
   * @param machine the same document as machines read it, to be carried inside
   * @throws UnfaithfulForm if what was written does not say exactly what the document says, such as
   *     a letter that no font has
   */
  Rendering write(CreditDocument document, Optional<Rendering> machine);
}
