package org.countermand.architecture.planted.wall12.api;

public class BadHelpers {}
