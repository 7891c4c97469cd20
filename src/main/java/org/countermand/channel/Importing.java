package org.countermand.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Grouped;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.OrderFiles;
import org.countermand.channel.model.RowFate;
import org.countermand.channel.model.RowReason;
import org.countermand.channel.store.InstructionRepository;
import org.countermand.channel.store.JobRepository;
import org.countermand.channel.store.MappingRepository;
import org.countermand.channel.store.RowLoader;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.Intake;
import org.countermand.platform.Node;

/** The short transactions of an import; each looks first whether the job is still this node's. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class Importing {

  /** Who may import may not place orders of his own making, so the import itself places them. */
  private static final Actor IMPORTER = new Actor.System("import");

  private static final int NUMBERS = 300;
  private static final long ROWS = 20_000;

  @Inject private JobRepository jobs;
  @Inject private MappingRepository mappings;
  @Inject private RowLoader rows;
  @Inject private InstructionRepository instructions;
  @Inject private OrderService orders;
  @Inject private Node node;
  @Inject private Clock clock;

  /** Makes a job this node's, unless a living node has it. */
  public boolean claim(UUID jobId) {
    return jobs.claim(jobId, node.number());
  }

  /** The job if it is this node's and something is to be done; else it is let go. */
  public Optional<Job> mine(UUID jobId) {
    return heeded(jobId);
  }

  public Mapping mapping(Job job) {
    return mappings.find(job.mappingId().orElseThrow()).orElseThrow().mapping();
  }

  public Optional<byte[]> chunk(UUID jobId, int number) {
    return jobs.chunk(jobId, number);
  }

  /** Keeps rows; gives whether the next ones are wanted. */
  public boolean stage(UUID jobId, List<FileRow> piece, long bytesRead) {
    Optional<Job> job = heeded(jobId);
    job.ifPresent(
        found -> {
          rows.load(jobId, piece);
          jobs.save(found.with(found.progress().read(piece.size(), bytesRead)), node.number());
        });
    return job.isPresent();
  }

  /** Nothing more is to be read. */
  public void allRead(UUID jobId) {
    heeded(jobId)
        .ifPresent(
            job -> {
              long numbers = rows.numbers(jobId);
              Job found =
                  job.with(job.progress().found(numbers))
                      .become(JobState.SETTLING, clock.instant());
              jobs.save(found, node.number());
            });
  }

  /** Settles the next numbers; gives whether there may be more. */
  public boolean settle(UUID jobId, Mapping mapping, OrderFiles.Grouping grouping) {
    Optional<Job> heeded = heeded(jobId);
    if (heeded.isEmpty()) {
      return false;
    }
    Job job = heeded.get();
    List<RowLoader.Numbered> next = rows.numbersAfter(jobId, job.progress().position(), NUMBERS);
    if (next.isEmpty()) {
      end(job.become(JobState.DONE, clock.instant()));
      return false;
    }
    List<String> numbers = new ArrayList<>();
    long count = 0;
    for (RowLoader.Numbered numbered : next) {
      if (!numbers.isEmpty() && count + numbered.rows() > ROWS) {
        break;
      }
      count += numbered.rows();
      numbers.add(numbered.number());
    }
    jobs.save(job.with(settle(job, mapping, grouping, numbers, next)), node.number());
    return true;
  }

  private Job.Progress settle(
      Job job,
      Mapping mapping,
      OrderFiles.Grouping grouping,
      List<String> numbers,
      List<RowLoader.Numbered> counted) {
    List<String> tooLong =
        counted.stream()
            .filter(numbered -> numbered.rows() > ImportLimits.MOST_LINES)
            .map(RowLoader.Numbered::number)
            .filter(numbers::contains)
            .toList();
    tooLong.forEach(number -> rows.report(job.id(), number, RowReason.ORDER_REFUSED));
    List<FileRow> found =
        rows.rows(job.id(), numbers.stream().filter(n -> !tooLong.contains(n)).toList());
    int[] outcome = settle(job, grouping, found.stream().filter(Importing::isOrderLine).toList());
    List<FileRow> instructed = found.stream().filter(row -> !isOrderLine(row)).toList();
    int[] kept = instruct(job, mapping, grouping, instructed);
    return job.progress()
        .settled(
            outcome[0] + kept[0],
            outcome[1] + kept[1],
            outcome[2] + kept[2] + tooLong.size(),
            numbers.get(numbers.size() - 1));
  }

  /** Makes orders; gives how many are new, were there, and were refused. */
  private int[] settle(Job job, OrderFiles.Grouping grouping, List<FileRow> lines) {
    Grouped grouped = grouping.orders(lines);
    Map<Long, FileRow> mixed = new HashMap<>();
    grouped.reported().forEach(row -> mixed.put(row.line(), row));
    rows.report(
        job.id(),
        lines.stream().filter(row -> mixed.containsKey(row.line())).toList(),
        RowReason.ORDER_MIXED,
        "");
    int[] outcome = new int[3];
    Map<RowReason, List<FileRow>> refused = new HashMap<>();
    for (Intake intake : orders.placeAll(IMPORTER, grouped.orders(), job.dryRun())) {
      outcome[intake.isRefused() ? 2 : intake.created() ? 0 : 1]++;
      if (intake.isRefused()) {
        lines.stream()
            .filter(row -> row.number().equals(intake.number()))
            .filter(row -> !mixed.containsKey(row.line()))
            .forEach(row -> refused.computeIfAbsent(why(intake), w -> new ArrayList<>()).add(row));
      }
    }
    refused.forEach((reason, which) -> rows.report(job.id(), which, reason, ""));
    return outcome;
  }

  /** Keeps instructions; gives how many numbers are new, were there, and were refused. */
  private int[] instruct(
      Job job, Mapping mapping, OrderFiles.Grouping grouping, List<FileRow> lines) {
    int numbers = (int) lines.stream().map(FileRow::number).distinct().count();
    if (job.dryRun()) {
      return new int[] {numbers, 0, 0};
    }
    InstructionRepository.Kept kept =
        instructions.add(job.id(), mapping.shop(), mapping.channel(), grouping.instructions(lines));
    List<FileRow> refused =
        lines.stream().filter(row -> kept.others().contains(row.line())).toList();
    rows.report(job.id(), refused, RowReason.ORDER_CONFLICT, "");
    int no = (int) refused.stream().map(FileRow::number).distinct().count();
    int created = kept.created().size();
    return new int[] {created, Math.max(0, numbers - created - no), no};
  }

  private static RowReason why(Intake intake) {
    return intake.findings().stream().anyMatch(f -> f.code() == ReasonCode.ORDER_CONFLICT)
        ? RowReason.ORDER_CONFLICT
        : RowReason.ORDER_REFUSED;
  }

  private static boolean isOrderLine(FileRow row) {
    return row.fate() == RowFate.ORDER_LINE;
  }

  /** Ends a job whose file cannot be read; nothing of it was taken in. */
  public void fail(UUID jobId, Finding why) {
    jobs.lockOwned(jobId, node.number())
        .ifPresent(job -> end(job.because(why).become(JobState.FAILED, clock.instant())));
  }

  /** Lays a job aside at which something went wrong that a person has to look at. */
  public void stumble(UUID jobId) {
    jobs.lockOwned(jobId, node.number())
        .ifPresent(
            job ->
                jobs.save(
                    job.become(JobState.PAUSED, clock.instant())
                        .because(Finding.of(ReasonCode.INTERNAL)),
                    null));
  }

  private Optional<Job> heeded(UUID jobId) {
    return new Heeding(jobs, node.number(), clock.instant()).of(jobId, this::end);
  }

  private void end(Job job) {
    rows.dropSettled(job.id());
    jobs.dropChunks(job.id());
    jobs.save(job, null);
  }
}
