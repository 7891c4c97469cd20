package org.countermand.architecture.planted.wall11.insight.model;

public class Likelihood {}
