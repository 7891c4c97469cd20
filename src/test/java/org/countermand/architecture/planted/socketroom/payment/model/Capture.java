package org.countermand.architecture.planted.socketroom.payment.model;

public class Capture {}
