package org.countermand.architecture.planted.wall02.order;

public class OrderService {}
