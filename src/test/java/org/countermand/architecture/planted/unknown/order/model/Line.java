package org.countermand.architecture.planted.unknown.order.model;

public class Line {}
