package org.countermand.architecture.planted.wall02.refund.model;

public class Share {}
