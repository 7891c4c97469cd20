package org.countermand.architecture.planted.wall05.payment.stripe;

public class Gateway {}
