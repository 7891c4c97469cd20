package org.countermand.architecture.planted.wall10.order;

class BadBare {}
