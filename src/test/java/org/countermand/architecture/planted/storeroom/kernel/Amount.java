package org.countermand.architecture.planted.storeroom.kernel;

public class Amount {}
