package org.countermand.architecture.planted.wall05.platform;

public class Wire {}
