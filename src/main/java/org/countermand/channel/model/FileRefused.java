package org.countermand.channel.model;

import java.io.IOException;
import org.countermand.kernel.Finding;

/** A file that cannot be read on: cut off, not what it claims to be, or beyond every limit. */
public final class FileRefused extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  public FileRefused(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  /** Why, with the line. */
  public Finding finding() {
    return finding;
  }
}
