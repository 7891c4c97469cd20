package org.countermand.platform.access;

/** Cleans up when a test says so. */
final class SetSweeping extends Sweeping {

  boolean due;

  @Override
  boolean isDue() {
    return due;
  }
}
