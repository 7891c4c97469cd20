package org.countermand.architecture.planted.wall12.order;

public class ImplicitManagement {}
