package org.countermand.tax.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How a reversal came about, as far as it is known.
 *
 * @param whole whether nothing of the order remains after it
 * @param age how long ago the order was placed, so that its invoice is not older
 */
public record Circumstances(boolean whole, Optional<Duration> age) {

  /** Perhaps a part, perhaps long ago. */
  public static final Circumstances UNKNOWN = new Circumstances(false, Optional.empty());
}
