package org.countermand.architecture.planted.socketroom.payment;

public class PaymentService {}
