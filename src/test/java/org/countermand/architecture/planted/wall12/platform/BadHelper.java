package org.countermand.architecture.planted.wall12.platform;

public class BadHelper {}
