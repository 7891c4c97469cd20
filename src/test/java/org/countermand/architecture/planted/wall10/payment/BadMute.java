package org.countermand.architecture.planted.wall10.payment;

class BadMute {}
