package org.countermand.architecture.planted.wall05.order.model;

public class Line {}
