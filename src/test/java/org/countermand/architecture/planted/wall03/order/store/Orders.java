package org.countermand.architecture.planted.wall03.order.store;

public class Orders {}
