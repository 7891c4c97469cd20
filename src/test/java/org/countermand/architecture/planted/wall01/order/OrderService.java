package org.countermand.architecture.planted.wall01.order;

public class OrderService {}
