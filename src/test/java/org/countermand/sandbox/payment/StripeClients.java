package org.countermand.sandbox.payment;

import com.stripe.StripeClient;
import com.stripe.net.RequestOptions;

/** Stripe's own client, pointed at the sandbox; it never tries a call again by itself. */
final class StripeClients {

  private StripeClients() {}

  static StripeClient of(PaymentServer server) {
    return of(server, PaymentServer.API_KEY);
  }

  static StripeClient of(PaymentServer server, String key) {
    return StripeClient.builder()
        .setApiKey(key)
        .setApiBase(server.uri().toString())
        .setConnectTimeout(5_000)
        .setReadTimeout(5_000)
        .setMaxNetworkRetries(0)
        .build();
  }

  static RequestOptions key(String idempotencyKey) {
    return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
  }
}
