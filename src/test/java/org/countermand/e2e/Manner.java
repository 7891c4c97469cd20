package org.countermand.e2e;

/**
 * How somebody comes to the pages.
 *
 * @param scripts whether his browser runs JavaScript
 * @param language what his browser asks for, and what the pages should speak
 * @param dark whether his system prefers dark colours
 */
record Manner(Device device, boolean scripts, String language, boolean dark) {

  static final Manner ON_A_PHONE = new Manner(Device.PHONE, true, "en", false);
  static final Manner AT_A_DESK = new Manner(Device.DESKTOP, true, "en", false);

  Manner in(String spoken) {
    return new Manner(device, scripts, spoken, dark);
  }

  Manner withoutScripts() {
    return new Manner(device, false, language, dark);
  }

  Manner withScripts() {
    return new Manner(device, true, language, dark);
  }

  Manner inTheDark() {
    return new Manner(device, scripts, language, true);
  }
}
