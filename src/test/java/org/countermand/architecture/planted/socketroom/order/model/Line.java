package org.countermand.architecture.planted.socketroom.order.model;

public class Line {}
