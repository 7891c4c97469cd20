package org.countermand.architecture.planted.wall10.refund;

class BadWordy {}
