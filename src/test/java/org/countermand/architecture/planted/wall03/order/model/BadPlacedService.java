package org.countermand.architecture.planted.wall03.order.model;

import jakarta.ejb.Stateless;

@Stateless
public class BadPlacedService {}
