package org.countermand.architecture.planted.socketroom.refund.model;

public class Share {}
