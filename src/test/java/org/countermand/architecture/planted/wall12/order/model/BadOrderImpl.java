package org.countermand.architecture.planted.wall12.order.model;

public class BadOrderImpl {}
