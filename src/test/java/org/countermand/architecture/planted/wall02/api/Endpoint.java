package org.countermand.architecture.planted.wall02.api;

public class Endpoint {}
