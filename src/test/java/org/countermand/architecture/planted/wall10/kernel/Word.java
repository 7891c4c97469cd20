package org.countermand.architecture.planted.wall10.kernel;

class Word {}
