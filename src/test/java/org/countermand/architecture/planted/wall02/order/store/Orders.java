package org.countermand.architecture.planted.wall02.order.store;

public class Orders {}
