package org.countermand.sandbox.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;

/** Tells the sandbox's payment server of payments and refunds, some hundred at a time. */
public final class PaymentSeeding implements LedgerSink, AutoCloseable {

  private static final int BATCH = 500;

  private final JsonClient server;
  private ArrayNode batch = Json.array();

  /** A teller; {@link #close()} tells the rest. */
  public PaymentSeeding(URI server) {
    this.server = new JsonClient(server, null);
  }

  @Override
  public void payment(PaymentTold payment) throws IOException {
    ObjectNode seed = batch.addObject();
    seed.put("id", payment.id())
        .put("amount", payment.amount())
        .put("currency", payment.currency().toLowerCase(Locale.ROOT))
        .put("capture_method", payment.captured() ? "automatic" : "manual")
        .put("captured", payment.captured())
        .put("canceled", payment.voided())
        .put("created", payment.created());
    ArrayNode refunds = seed.putArray("refunds");
    for (PaymentTold.RefundTold refund : payment.refunds()) {
      refunds
          .addObject()
          .put("id", refund.id())
          .put("amount", refund.amount())
          .put("failed", refund.failed())
          .put("created", refund.created())
          .putObject("metadata")
          .put("countermand_part", refund.part());
    }
    if (batch.size() == BATCH) {
      close();
    }
  }

  @Override
  public void close() throws IOException {
    if (!batch.isEmpty()) {
      server.post("/control/seed", batch.toString());
      batch = Json.array();
    }
  }
}
