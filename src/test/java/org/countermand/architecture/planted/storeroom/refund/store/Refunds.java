package org.countermand.architecture.planted.storeroom.refund.store;

public class Refunds {}
