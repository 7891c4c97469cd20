package org.countermand.portal.customer;

/**
 * One step of the way of a cancellation.
 *
 * @param look the style sheet's class for it
 * @param state how it stands, in a word
 * @param detail a sentence, or empty
 */
public record TimelineStep(String look, String title, String state, String detail) {

  /** How a step stands. */
  enum Stage {
    DONE("is-done"),
    CURRENT("is-current"),
    WAITING("is-waiting"),
    TROUBLE("is-trouble");

    private final String look;

    Stage(String look) {
      this.look = look;
    }

    String look() {
      return look;
    }
  }

  public boolean current() {
    return look.equals(Stage.CURRENT.look());
  }
}
