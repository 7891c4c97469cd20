package org.countermand.architecture.planted.wall10.audit;

class BadEndless {}
