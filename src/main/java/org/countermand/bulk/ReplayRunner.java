package org.countermand.bulk;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Request;
import org.countermand.channel.ReplayService;
import org.countermand.channel.model.ChannelRequest;
import org.countermand.channel.model.Settled;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;

/**
 * Asks for the cancellations that a channel instructs, through the same door as everybody. No more
 * are under way at once than the process can swallow; a killed replay asks the last ones again
 * under their keys, and receives the cancellations that are there.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class ReplayRunner {

  private static final Logger LOG = Logger.getLogger(ReplayRunner.class.getName());
  private static final Actor REPLAY = new Actor.System("replay");
  private static final int PIECE = 64;
  private static final int UNDER_WAY = 96;
  private static final Duration LOOK = Duration.ofMillis(25);

  /** What waits for a person or a silent gateway must not hold up the rest for ever. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private ReplayService replays;
  @Inject private CancellationService cancellations;

  /** Works on a replay until it is over, is to pause, or belongs to another node. */
  public void run(UUID jobId) {
    if (!replays.claim(REPLAY, jobId)) {
      return;
    }
    try {
      while (replays.link(REPLAY, jobId)) {
        LOG.finest("Another piece");
      }
      List<UUID> underWay = new ArrayList<>();
      List<ChannelRequest> next = replays.next(REPLAY, jobId, PIECE);
      while (!next.isEmpty()) {
        List<Settled> settled = ask(next);
        replays.settled(REPLAY, jobId, settled);
        underWay = wait(underWay, settled);
        next = replays.next(REPLAY, jobId, PIECE);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A replay stopped at what nobody foresaw: " + jobId, e);
      replays.stumble(REPLAY, jobId);
    }
  }

  /** All at once, but those of one order one after the other, as they came. */
  private List<Settled> ask(List<ChannelRequest> requests) {
    Map<UUID, List<ChannelRequest>> orders = new LinkedHashMap<>();
    requests.forEach(r -> orders.computeIfAbsent(r.orderId(), o -> new ArrayList<>()).add(r));
    List<CompletableFuture<List<Settled>>> asked =
        orders.values().stream()
            .map(
                ofOrder ->
                    CompletableFuture.supplyAsync(
                        () -> ofOrder.stream().map(this::ask).toList(), executor))
            .toList();
    return asked.stream().map(CompletableFuture::join).flatMap(Collection::stream).toList();
  }

  private Settled ask(ChannelRequest request) {
    Decision<Receipt> answer =
        cancellations.request(
            new Request(
                REPLAY,
                request.orderId(),
                Kind.CANCELLATION,
                request.asks(),
                new Basis.ChannelInstruction(request.number()),
                "",
                "replay-" + request.id(),
                request.text(),
                Locale.ENGLISH,
                request.at()));
    if (answer instanceof Decision.Accepted<Receipt> yes) {
      String outcome = yes.value().created() ? Settled.CREATED : Settled.EXISTING;
      return new Settled(request.id(), Optional.of(yes.value().cancellation().id()), outcome);
    }
    String why = ((Decision.Refused<Receipt>) answer).findings().get(0).code().name();
    return new Settled(request.id(), Optional.empty(), why);
  }

  /** Waits until few enough are under way, with the latest; gives those that still are. */
  private List<UUID> wait(List<UUID> before, List<Settled> latest) {
    List<UUID> asked = new ArrayList<>(before);
    latest.forEach(settled -> settled.cancellationId().ifPresent(asked::add));
    List<UUID> left = cancellations.underWay(REPLAY, asked);
    long looks = LONGEST_WAIT.dividedBy(LOOK);
    while (left.size() > UNDER_WAY && looks-- > 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return left;
      }
      left = cancellations.underWay(REPLAY, left);
    }
    return left;
  }
}
