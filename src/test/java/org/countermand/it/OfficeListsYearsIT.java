package org.countermand.it;

import org.junit.jupiter.api.Tag;

/** The lists of the office on as many orders as a shop has after years. */
@Tag("soak")
class OfficeListsYearsIT extends OfficeListsIT {

  @Override
  int orders() {
    return 200_000;
  }
}
