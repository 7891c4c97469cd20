package org.countermand.platform.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries the same thing from many threads. */
final class AtOnce {

  private AtOnce() {}

  interface Try {
    boolean succeeds();
  }

  /** How many of so many tries succeed when all are made at once. */
  static int succeed(int tries, Try one) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < tries; i++) {
        results.add(threads.submit(one::succeeds));
      }
      int succeeded = 0;
      for (Future<Boolean> result : results) {
        succeeded += result.get() ? 1 : 0;
      }
      return succeeded;
    } finally {
      threads.shutdownNow();
    }
  }
}
