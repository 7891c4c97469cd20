package org.countermand.architecture.planted.wall09.kernel;

interface BadBoxed {
  java.util.function.Function<String, Number> rate = Double::valueOf;
}
