package org.countermand.architecture.planted.storeroom.platform;

public class Wire {}
