package org.countermand.sandbox.payment;

/** When an authorized payment is captured. */
enum CaptureMethod {
  AUTOMATIC,
  AUTOMATIC_ASYNC,
  MANUAL
}
