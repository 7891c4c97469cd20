package org.countermand.architecture.planted.wall08.order.model;

import java.time.LocalDate;
import java.util.function.Supplier;

class BadToday {
  static Supplier<LocalDate> ask() {
    return LocalDate::now;
  }
}
