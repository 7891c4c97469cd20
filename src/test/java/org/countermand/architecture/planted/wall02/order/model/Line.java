package org.countermand.architecture.planted.wall02.order.model;

public class Line {}
