package org.countermand.architecture.planted.wall01.kernel;

public record Amount(long minor) {}
