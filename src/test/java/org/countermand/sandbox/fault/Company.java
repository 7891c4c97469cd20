package org.countermand.sandbox.fault;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that wait for one another, each at its own moment, until their caller dies once for all of
 * them: so one death shows what many moments of it would.
 */
public final class Company {

  /** Shorter than any of the callers' patience, so that none of them gives up before its death. */
  private static final long PATIENCE_S = 8;

  private static final Map<String, Company> KNOWN = new ConcurrentHashMap<>();

  private final CyclicBarrier barrier;

  private Company(int size) {
    this.barrier = new CyclicBarrier(size);
  }

  /** The company of that name; whoever comes first founds it. */
  static Company of(String name, int size) {
    return KNOWN.computeIfAbsent(name, n -> new Company(size));
  }

  /**
   * Waits until all have come to this point.
   *
   * @throws IllegalStateException if some of them do not come
   */
  public void gather() {
    try {
      barrier.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("Not all of them came", e);
    }
  }
}
