package org.countermand.architecture.planted.wall02.cancellation;

public class CancellationService {}
