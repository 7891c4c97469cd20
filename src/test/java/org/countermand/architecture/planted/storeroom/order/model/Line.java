package org.countermand.architecture.planted.storeroom.order.model;

public class Line {}
