package org.countermand.sandbox.generator;

import java.util.Arrays;
import java.util.List;
import org.countermand.order.model.FulfilmentStage;

/** How a cancellation goes; of a thousand, so many each. */
enum Fate {
  CONSENTED(520, FulfilmentStage.NOT_STARTED),
  DECLARED(220, FulfilmentStage.ALLOCATED),
  INSTRUCTED(60, FulfilmentStage.NOT_STARTED),
  PARTLY_HELD(40, FulfilmentStage.PICKING),
  APPROVED(50, FulfilmentStage.PACKED),
  IN_REVIEW(30, FulfilmentStage.PACKED),
  DENIED(35, FulfilmentStage.PACKED),
  RULED_OUT(25, FulfilmentStage.HANDED_OVER),
  TAKEN_BACK(20, FulfilmentStage.PACKED);

  private static final int[] WEIGHTS = Arrays.stream(values()).mapToInt(f -> f.weight).toArray();

  private static final List<Fate> ALLOWED = List.of(CONSENTED, DECLARED, INSTRUCTED);

  private final int weight;
  private final FulfilmentStage stage;

  Fate(int weight, FulfilmentStage stage) {
    this.weight = weight;
    this.stage = stage;
  }

  static Fate any(Dice dice) {
    return values()[dice.weighed(WEIGHTS)];
  }

  /** Of a second cancellation of an order, whose goods have not been touched. */
  static Fate simple(Dice dice) {
    return dice.oneOf(ALLOWED);
  }

  /** How far the goods are when it is asked for. */
  FulfilmentStage stage() {
    return stage;
  }

  boolean isSimple() {
    return ALLOWED.contains(this);
  }

  /** Whether it is asked for with a quotation that was shown. */
  boolean byConsent() {
    return this == CONSENTED || this == PARTLY_HELD || this == APPROVED;
  }
}
