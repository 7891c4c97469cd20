package org.countermand.architecture.planted.wall04.order.model;

import jakarta.persistence.Entity;

@Entity
public class BadStrayEntity {}
