package org.countermand.order.model;

/** How far goods are on their way, in order. */
public enum FulfilmentStage {
  NOT_STARTED,
  ALLOCATED,
  PICKING,
  PACKED,
  HANDED_OVER,
  DELIVERED
}
