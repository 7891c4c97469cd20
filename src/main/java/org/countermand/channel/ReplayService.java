package org.countermand.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.ChannelRequest;
import org.countermand.channel.model.Instruction;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobKind;
import org.countermand.channel.model.JobReady;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Linking;
import org.countermand.channel.model.Settled;
import org.countermand.channel.model.Wish;
import org.countermand.channel.store.ChannelRequestRepository;
import org.countermand.channel.store.InstructionRepository;
import org.countermand.channel.store.JobRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.Purchase;
import org.countermand.platform.Node;

/**
 * The door to the replay of a channel's instructions: first every instruction is linked to the
 * purchases that it undoes, customer by customer, then a cancellation is asked for each order that
 * an instruction concerns.
 */
@Stateless
public class ReplayService {

  private static final int CUSTOMERS = 50;

  @Inject private JobRepository jobs;
  @Inject private InstructionRepository instructions;
  @Inject private ChannelRequestRepository requests;
  @Inject private OrderService orders;
  @Inject private Event<JobReady> ready;
  @Inject private Node node;
  @Inject private Clock clock;

  /** Starts a replay of all instructions that have none yet; one that is under way is given. */
  public Decision<Job> begin(Actor actor, String shop, String channel) {
    List<Finding> refusal =
        Access.findings(actor, Action.IMPORT_ORDERS, new Access.Subject(shop, Access.NO_ORDER));
    if (!refusal.isEmpty()) {
      return Decision.no(refusal);
    }
    if (!instructions.exist(shop, channel)) {
      return Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "channel"));
    }
    Job job =
        new Job(
            Ids.next(),
            JobKind.REPLAY,
            shop,
            JobState.READING,
            Wish.RUN,
            channel,
            Optional.empty(),
            false,
            0,
            actor.id(),
            clock.instant(),
            clock.instant(),
            null,
            Job.Progress.NONE,
            null);
    String digest = Digest.sha256(channel);
    jobs.lockFile(digest);
    Optional<Job> same = jobs.sameAs(job, digest);
    if (same.isPresent()) {
      return Decision.yes(same.get());
    }
    jobs.insert(job, digest);
    ready.fire(new JobReady(job.id(), JobKind.REPLAY));
    return Decision.yes(job);
  }

  /** Makes a replay this node's, unless a living node has it. */
  public boolean claim(Actor actor, UUID jobId) {
    require(actor);
    return jobs.claim(jobId, node.number());
  }

  /** Links the next customers' instructions; gives whether there may be more to link. */
  public boolean link(Actor actor, UUID jobId) {
    require(actor);
    Optional<Job> heeded = heeded(jobId);
    if (heeded.isEmpty() || heeded.get().state() != JobState.READING) {
      return false;
    }
    Job job = heeded.get();
    List<String> customers =
        instructions.customersAfter(job.shop(), job.name(), job.progress().position(), CUSTOMERS);
    if (customers.isEmpty()) {
      long open = requests.open(job.shop(), job.name());
      Job found = job.with(job.progress().found(open));
      jobs.save(found.become(JobState.SETTLING, clock.instant()), node.number());
      return false;
    }
    long linked = customers.stream().mapToLong(customer -> link(actor, job, customer)).sum();
    String last = customers.get(customers.size() - 1);
    jobs.save(job.with(job.progress().read(linked, 0).at(last)), node.number());
    return true;
  }

  private long link(Actor actor, Job job, String customer) {
    List<Instruction> unlinked = instructions.unlinked(job.shop(), job.name(), customer);
    List<Purchase> bought = orders.purchases(actor, job.shop(), job.name(), customer);
    Map<UUID, Integer> promised =
        new HashMap<>(instructions.promised(bought.stream().map(Purchase::lineId).toList()));
    Linking linking =
        new Linking(
            bought.stream().map(p -> p.less(promised.getOrDefault(p.lineId(), 0))).toList());
    for (Instruction instruction : unlinked) {
      instructions.link(job.shop(), job.name(), instruction, linking.next(instruction));
    }
    return unlinked.size();
  }

  /** The next cancellations to ask for; none when the replay is over, paused or another node's. */
  public List<ChannelRequest> next(Actor actor, UUID jobId, int limit) {
    require(actor);
    Optional<Job> heeded = heeded(jobId).filter(found -> found.state() == JobState.SETTLING);
    if (heeded.isEmpty()) {
      return List.of();
    }
    Job job = heeded.get();
    List<ChannelRequest> next = requests.next(job.shop(), job.name(), limit);
    if (next.isEmpty()) {
      jobs.save(job.become(JobState.DONE, clock.instant()), null);
    }
    return next;
  }

  /** Notes what became of some; what was noted before is not counted twice. */
  public void settled(Actor actor, UUID jobId, List<Settled> outcomes) {
    require(actor);
    List<Settled> newly =
        outcomes.stream()
            .filter(o -> requests.settle(o.requestId(), o.cancellationId(), o.outcome()))
            .toList();
    long made = newly.stream().filter(Settled::isCreated).count();
    long no = newly.stream().filter(o -> o.cancellationId().isEmpty()).count();
    jobs.lockOwned(jobId, node.number())
        .ifPresent(
            job ->
                jobs.save(
                    job.with(
                        job.progress()
                            .settled(
                                made, newly.size() - made - no, no, job.progress().position())),
                    node.number()));
  }

  /** Lays a replay aside at which something went wrong that a person has to look at. */
  public void stumble(Actor actor, UUID jobId) {
    require(actor);
    jobs.lockOwned(jobId, node.number())
        .ifPresent(
            job ->
                jobs.save(
                    job.become(JobState.PAUSED, clock.instant())
                        .because(Finding.of(ReasonCode.INTERNAL)),
                    null));
  }

  private Optional<Job> heeded(UUID jobId) {
    return new Heeding(jobs, node.number(), clock.instant())
        .of(jobId, stopped -> jobs.save(stopped, null));
  }

  private static void require(Actor actor) {
    if (Access.refusal(actor, Action.RUN_PROCESS).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
