package org.countermand.architecture.planted.wall09.insight;

record Likelihood(double score) {}
