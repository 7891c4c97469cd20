package org.countermand.architecture.planted.wall04.order.store;

import jakarta.persistence.Entity;

@Entity
public class BadRow {}
