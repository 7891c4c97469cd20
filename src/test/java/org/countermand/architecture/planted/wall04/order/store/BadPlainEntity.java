package org.countermand.architecture.planted.wall04.order.store;

public class BadPlainEntity {}
