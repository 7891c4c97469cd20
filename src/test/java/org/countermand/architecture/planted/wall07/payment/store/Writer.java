package org.countermand.architecture.planted.wall07.payment.store;

import jakarta.persistence.EntityManager;

class Writer {
  static void write(EntityManager entities) {}
}
