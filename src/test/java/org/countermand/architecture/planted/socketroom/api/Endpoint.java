package org.countermand.architecture.planted.socketroom.api;

public class Endpoint {}
