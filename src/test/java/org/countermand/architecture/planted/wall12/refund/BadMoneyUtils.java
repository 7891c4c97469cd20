package org.countermand.architecture.planted.wall12.refund;

public class BadMoneyUtils {}
