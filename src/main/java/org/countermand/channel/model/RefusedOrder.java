package org.countermand.channel.model;

import java.util.List;
import org.countermand.kernel.Finding;

/**
 * An order of a file that was not taken in.
 *
 * @param number the channel's number
 * @param findings why
 */
public record RefusedOrder(String number, List<Finding> findings) {
  public RefusedOrder {
    findings = List.copyOf(findings);
  }
}
