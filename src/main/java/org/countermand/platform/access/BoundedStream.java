package org.countermand.platform.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Reads so many bytes and then no more. */
class BoundedStream extends ServletInputStream {

  private final ServletInputStream body;
  private final long limit;
  private long read;

  BoundedStream(ServletInputStream body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  boolean isExceeded() {
    return read > limit;
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    if (next >= 0) {
      count(1);
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = body.read(bytes, offset, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  private void count(int bytes) throws BodyTooLarge {
    read += bytes;
    if (isExceeded()) {
      throw new BodyTooLarge(limit);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
