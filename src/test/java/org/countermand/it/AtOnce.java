package org.countermand.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Starts calls at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** One of several equal calls. */
  public interface Call<T> {
    /**
     * Makes it.
     *
     * @param n which of them, from 0
     */
    T make(int n) throws Exception;
  }

  /** Makes a call so many times at once, behind one barrier. */
  public static <T> List<T> times(int count, Call<T> call) {
    return all(IntStream.range(0, count).<Callable<T>>mapToObj(n -> () -> call.make(n)).toList());
  }

  /** Makes all calls behind one barrier and gives their results in the same order. */
  public static <T> List<T> all(List<Callable<T>> calls) {
    CyclicBarrier barrier = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await(30, TimeUnit.SECONDS);
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(180, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
