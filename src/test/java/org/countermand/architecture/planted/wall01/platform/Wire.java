package org.countermand.architecture.planted.wall01.platform;

public class Wire {}
