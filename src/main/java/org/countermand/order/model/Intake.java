package org.countermand.order.model;

import java.util.List;
import org.countermand.kernel.Finding;

/**
 * What became of one order of many.
 *
 * @param number the channel's
 * @param created false if the same order was there already, or it was refused
 * @param findings why it was refused; empty if it was not
 */
public record Intake(String number, boolean created, List<Finding> findings) {

  public Intake {
    findings = List.copyOf(findings);
  }

  public boolean isRefused() {
    return !findings.isEmpty();
  }
}
