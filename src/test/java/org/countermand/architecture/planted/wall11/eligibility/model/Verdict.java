package org.countermand.architecture.planted.wall11.eligibility.model;

public class Verdict {}
