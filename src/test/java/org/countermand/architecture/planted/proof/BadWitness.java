package org.countermand.architecture.planted.proof;

import org.jdbi.v3.core.Jdbi;

/** Reads the books with the application's library. */
final class BadWitness {

  private BadWitness() {}

  static Jdbi books(String url) {
    return Jdbi.create(url);
  }
}
