package org.countermand.architecture.planted.wall07.payment.stripe;

class Mapping {}
