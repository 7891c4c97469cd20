package org.countermand.architecture.planted.wall05.order.store;

public class Orders {}
