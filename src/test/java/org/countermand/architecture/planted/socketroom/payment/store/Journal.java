package org.countermand.architecture.planted.socketroom.payment.store;

public class Journal {}
