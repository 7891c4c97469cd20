package org.countermand.architecture.planted.wall05.order;

public class Phase {}
