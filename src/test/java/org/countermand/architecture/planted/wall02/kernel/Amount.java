package org.countermand.architecture.planted.wall02.kernel;

public class Amount {}
