package org.countermand.architecture.planted.storeroom.refund.model;

public class Share {}
