package org.countermand.architecture.planted.wall02.platform;

public class Wire {}
