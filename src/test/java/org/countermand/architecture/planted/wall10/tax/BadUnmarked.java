package org.countermand.architecture.planted.wall10.tax;

class BadUnmarked {}
