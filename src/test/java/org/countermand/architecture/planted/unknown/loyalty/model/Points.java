package org.countermand.architecture.planted.unknown.loyalty.model;

public class Points {}
