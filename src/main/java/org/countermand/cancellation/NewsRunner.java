package org.countermand.cancellation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.cancellation.model.Heard;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.PaymentService;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.PaymentSnapshot;

/** Asks the gateway what is true about what it told, outside every transaction. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class NewsRunner {

  private static final Logger LOG = Logger.getLogger(NewsRunner.class.getName());
  private static final Actor SELF = new Actor.System("news");

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private NewsService news;
  @Inject private PaymentService payments;
  @Inject private PaymentRunner gateways;

  void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) Heard heard) {
    try {
      executor.submit(() -> ask(heard.news()));
    } catch (RejectedExecutionException full) {
      // The reconciler asks for pending refunds anyway.
      LOG.log(Level.FINE, "No room to ask about {0} now", heard.news().id());
    }
  }

  private void ask(GatewayNews told) {
    told.partId().filter(this::known).ifPresent(this::askForPart);
    payments
        .accountOf(SELF, told.reference())
        .ifPresent(
            account -> {
              String currency = account.authorized().currency().getCurrencyCode();
              if (gateways.read(told.gateway(), told.reference(), currency)
                  instanceof Outcome.Settled<PaymentSnapshot> settled) {
                news.hear(SELF, settled.value());
              }
            });
  }

  private boolean known(UUID partId) {
    return payments.knows(SELF, partId);
  }

  private void askForPart(UUID partId) {
    GatewayCall call = payments.callOf(SELF, partId, partId);
    if (gateways.find(call) instanceof Outcome.Settled<Optional<GatewayAnswer>> settled) {
      settled.value().ifPresent(answer -> news.hear(SELF, partId, answer));
    }
  }
}
