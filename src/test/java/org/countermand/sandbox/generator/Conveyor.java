package org.countermand.sandbox.generator;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries sheets to a press that works beside their maker, in their order and not too many at once.
 * Trouble of the press comes with the next sheet, at the latest with {@link #finish()}.
 */
final class Conveyor implements Sheets.Press, AutoCloseable {

  /** As many as two batches have. */
  private static final int LENGTH = 2 * Table.values().length;

  private final Sheets.Press press;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Semaphore room = new Semaphore(LENGTH);
  private volatile @Nullable Exception trouble;

  Conveyor(Sheets.Press press) {
    this.press = press;
  }

  @Override
  public void print(Table table, byte[] rows) throws SQLException, IOException {
    room.acquireUninterruptibly();
    complain();
    worker.execute(() -> carry(table, rows));
  }

  private void carry(Table table, byte[] rows) {
    try {
      if (trouble == null) {
        press.print(table, rows);
      }
    } catch (SQLException | IOException | RuntimeException e) {
      trouble = e;
    } finally {
      room.release();
    }
  }

  /** Waits until everything is printed. */
  void finish() throws SQLException, IOException {
    room.acquireUninterruptibly(LENGTH);
    room.release(LENGTH);
    complain();
  }

  private void complain() throws SQLException, IOException {
    Exception cause = trouble;
    if (cause instanceof SQLException sql) {
      throw sql;
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof RuntimeException other) {
      throw other;
    }
  }

  /** Ends the worker once it has nothing in hand; only then may the connection be used again. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      worker.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
