package org.countermand.order.model;

/** Whether prices contain their tax ({@code GROSS}) or the tax comes on top ({@code NET}). */
public enum PriceBasis {
  GROSS,
  NET
}
