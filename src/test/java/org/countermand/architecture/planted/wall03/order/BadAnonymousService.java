package org.countermand.architecture.planted.wall03.order;

import jakarta.ejb.Stateless;

@Stateless
public class BadAnonymousService {
  public void place(String number) {}
}
