package org.countermand.it;

import java.util.ArrayList;
import java.util.List;

/** Collects what is not as expected, so that one look tells all of it. */
final class Differences {

  private final String about;
  private final List<String> lines = new ArrayList<>();

  Differences(String about) {
    this.about = about;
  }

  void compare(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      lines.add("%s, %s: expected %s but was %s".formatted(about, what, expected, actual));
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
