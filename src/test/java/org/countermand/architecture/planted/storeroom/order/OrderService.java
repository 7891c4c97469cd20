package org.countermand.architecture.planted.storeroom.order;

public class OrderService {}
