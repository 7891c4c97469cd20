package org.countermand.architecture.planted.wall09.refund.model;

import java.util.OptionalDouble;

record BadMean(OptionalDouble amount) {}
