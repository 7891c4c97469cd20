package org.countermand.e2e;

/** A screen on which pages are looked at; sizes in CSS pixels. */
enum Device {
  /** The narrowest phone in common use. */
  PHONE(360, 800),
  DESKTOP(1280, 900);

  final int width;
  final int height;

  Device(int width, int height) {
    this.width = width;
    this.height = height;
  }
}
