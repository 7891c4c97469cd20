package org.countermand.architecture.planted.wall12.kernel;

public class BadUtilBox {}
