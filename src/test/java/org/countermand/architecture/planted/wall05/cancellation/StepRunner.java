package org.countermand.architecture.planted.wall05.cancellation;

public class StepRunner {}
