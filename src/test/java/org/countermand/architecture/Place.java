package org.countermand.architecture;

/**
 * Where a class lives.
 *
 * @param row the capability, way in or plumbing as {@link ImportTable} names it; empty if none
 * @param room the kind of room
 * @param socket the socket as {@code payment.stripe}; empty in every other room
 */
record Place(String row, Room room, String socket) {

  static final Place OUTSIDE = new Place("", Room.OUTSIDE, "");
  static final Place UNKNOWN = new Place("", Room.UNKNOWN, "");

  Place(String row, Room room) {
    this(row, room, "");
  }

  boolean isInHouse() {
    return room != Room.OUTSIDE;
  }

  boolean isOfCapability() {
    return room == Room.ROOT || room == Room.MODEL || room == Room.STORE || room == Room.SOCKET;
  }
}
