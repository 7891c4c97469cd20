package org.countermand.payment.plain;

import java.math.BigDecimal;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.countermand.payment.GatewayContract;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.Gateway;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.plain.PlainServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, at a gateway that neither voids nor can be asked. */
class PlainContractTest extends GatewayContract {

  private static final AtomicInteger PAYMENTS = new AtomicInteger();

  private static PlainServer server;
  private static PlainGateway gateway;

  @BeforeAll
  static void start() {
    server = new PlainServer(0);
    gateway = new PlainGateway(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected Gateway gateway() {
    return gateway;
  }

  @Override
  protected Gateway whereNobodyListens() {
    try (PlainServer gone = new PlainServer(0)) {
      URI there = gone.uri();
      return new PlainGateway(there);
    }
  }

  @Override
  protected Capabilities claimed() {
    return new Capabilities(false, true, false, true);
  }

  @Override
  protected String taken(long pence) {
    return payment(pence, pence);
  }

  @Override
  protected String reserved(long pence) {
    return payment(pence, 0);
  }

  @Override
  protected void paysBackByHand(String payment, long pence) {
    server.payBackByHand(payment, decimal(pence));
  }

  @Override
  protected void losesTheNextAnswer() {
    server
        .faults()
        .add(Fault.once(Match.of("POST", "^/v1/pay-backs$"), new Mishap.CutAfterWork(false)));
  }

  private static String payment(long held, long taken) {
    String id = "plain-" + PAYMENTS.incrementAndGet();
    server.pay(id, decimal(held), decimal(taken), "GBP");
    return id;
  }

  private static String decimal(long pence) {
    return BigDecimal.valueOf(pence, 2).toPlainString();
  }
}
