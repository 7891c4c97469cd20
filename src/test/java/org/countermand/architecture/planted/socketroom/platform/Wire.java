package org.countermand.architecture.planted.socketroom.platform;

public class Wire {}
