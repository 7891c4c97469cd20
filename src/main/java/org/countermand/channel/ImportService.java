package org.countermand.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.FileRefused;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobKind;
import org.countermand.channel.model.JobReady;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.OrderFiles;
import org.countermand.channel.model.Preview;
import org.countermand.channel.model.RowTotal;
import org.countermand.channel.model.SavedMapping;
import org.countermand.channel.model.Upload;
import org.countermand.channel.model.Wish;
import org.countermand.channel.store.JobRepository;
import org.countermand.channel.store.MappingRepository;
import org.countermand.channel.store.RowLoader;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;

/**
 * The door through which files of orders come in. A file is kept as it came and read by a job of
 * its own; whoever brings it need not wait.
 */
@Stateless
public class ImportService {

  private static final int LATEST = 50;
  private static final int LONGEST_NAME = 120;

  @Inject private JobRepository jobs;
  @Inject private MappingRepository mappings;
  @Inject private RowLoader rows;
  @Inject private OrderFiles files;
  @Inject private Event<JobReady> ready;
  @Inject private Clock clock;

  /**
   * Takes a file in and starts to read it as a saved mapping says. The same file with the same
   * mapping that is under way already is not begun twice: its job is given.
   *
   * @param dryRun whether everything is checked and nothing taken in
   */
  public Decision<Job> begin(Actor actor, Upload upload, String mapping, boolean dryRun) {
    return mapping(actor, mapping)
        .then(
            saved ->
                store(actor, upload, saved.mapping().shop())
                    .then(draft -> start(actor, draft.id(), mapping, dryRun)));
  }

  /** Takes a file in and does nothing with it until it is started; a day later it is forgotten. */
  public Decision<Job> draft(Actor actor, Upload upload) {
    return store(actor, upload, actor.shop());
  }

  /** Starts to read a file that was taken in. */
  public Decision<Job> start(Actor actor, UUID jobId, String mapping, boolean dryRun) {
    return mapping(actor, mapping).then(saved -> start(actor, jobId, saved, dryRun));
  }

  private Decision<Job> start(Actor actor, UUID jobId, SavedMapping mapping, boolean dryRun) {
    Optional<Job> draft = jobs.lock(jobId).filter(job -> visible(actor, job));
    if (draft.isEmpty()) {
      return Decision.no(ReasonCode.NOT_FOUND);
    }
    if (draft.get().state() != JobState.DRAFT) {
      return Decision.no(Finding.of(ReasonCode.STATE_FORBIDS, "state", draft.get().state()));
    }
    String digest = jobs.digest(jobId);
    jobs.lockFile(digest);
    Job job = draft.get().with(mapping.id(), dryRun).of(mapping.mapping().shop());
    Optional<Job> same = jobs.sameAs(job, digest);
    if (same.isPresent()) {
      jobs.dropChunks(jobId);
      jobs.save(draft.get().become(JobState.STOPPED, clock.instant()), null);
      return Decision.yes(same.get());
    }
    Job reading = job.become(JobState.READING, clock.instant());
    jobs.save(reading, null);
    ready.fire(new JobReady(jobId, JobKind.IMPORT));
    return Decision.yes(reading);
  }

  private Decision<Job> store(Actor actor, Upload upload, String shop) {
    List<Finding> refusal = refusal(actor, shop);
    if (!refusal.isEmpty()) {
      return Decision.no(refusal);
    }
    Chunks chunks = new Chunks();
    UUID id = Ids.next();
    try {
      chunks.read(upload.content(), (number, bytes) -> jobs.addChunk(id, number, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (chunks.length() == 0) {
      return Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1));
    }
    String digest = chunks.digest();
    Job job =
        new Job(
            id,
            JobKind.IMPORT,
            shop,
            JobState.DRAFT,
            Wish.RUN,
            name(upload, digest),
            Optional.empty(),
            false,
            chunks.length(),
            actor.id(),
            clock.instant(),
            null,
            null,
            Job.Progress.NONE,
            null);
    jobs.insert(job, digest);
    return Decision.yes(job);
  }

  /** How a file that was taken in seems to be written. */
  public Decision<Dialect> guess(Actor actor, UUID jobId) {
    return draftOf(actor, jobId).then(job -> reading(() -> files.guess(content(job))));
  }

  /** As its bringer calls it; programs often do not call it anything. */
  private static String name(Upload upload, String digest) {
    String name = upload.name().replaceAll("\\p{Cntrl}", "").strip();
    return name.isEmpty()
        ? "file-" + digest.substring(0, 8)
        : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** The names of the columns of a file that was taken in. */
  public Decision<List<String>> columns(Actor actor, UUID jobId, Dialect dialect) {
    List<Finding> wrong = dialect.findings();
    return wrong.isEmpty()
        ? draftOf(actor, jobId).then(job -> reading(() -> files.columns(content(job), dialect)))
        : Decision.no(wrong);
  }

  /**
   * The beginning of a file that was taken in, as a mapping reads it that need not be saved, and
   * need not be complete: what is not mapped yet is wrong in every row.
   */
  public Decision<Preview> preview(Actor actor, UUID jobId, Mapping mapping, int lines) {
    List<Finding> wrong = mapping.dialect().findings();
    return wrong.isEmpty()
        ? draftOf(actor, jobId).then(job -> reading(() -> preview(job, mapping, lines)))
        : Decision.no(wrong);
  }

  private Decision<Preview> preview(Job job, Mapping mapping, int lines) throws IOException {
    Decision<OrderFiles.Rows> opened =
        files.open(content(job), mapping, ImportLimits.unpacked(job.bytes()));
    if (opened instanceof Decision.Refused<OrderFiles.Rows> no) {
      return Decision.no(no.findings());
    }
    OrderFiles.Rows content = ((Decision.Accepted<OrderFiles.Rows>) opened).value();
    List<Preview.Line> shown = new ArrayList<>();
    Optional<FileRow> row = content.next();
    while (row.isPresent()) {
      shown.add(new Preview.Line(row.get(), content.cells()));
      row = shown.size() < lines ? content.next() : Optional.empty();
    }
    return Decision.yes(new Preview(content.columns(), shown));
  }

  private interface Reading<T> {
    Decision<T> read() throws IOException;
  }

  private static <T> Decision<T> reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (FileRefused e) {
      return Decision.no(e.finding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A job, or nothing where there is none that this actor may see. */
  public Optional<Job> find(Actor actor, UUID jobId) {
    return jobs.find(jobId).filter(job -> visible(actor, job));
  }

  /** The latest jobs of the actor's shop. */
  public List<Job> latest(Actor actor) {
    return Access.refusal(actor, Action.IMPORT_ORDERS).isPresent()
        ? List.of()
        : jobs.latest(actor.shop(), LATEST);
  }

  /** What the rows that were read come to. */
  public List<RowTotal> totals(Actor actor, UUID jobId) {
    return find(actor, jobId).map(job -> rows.totals(job.id())).orElse(List.of());
  }

  /** The rows after a line that are neither a line of an order nor an instruction. */
  public List<FileRow> report(Actor actor, UUID jobId, long afterLine, int limit) {
    return find(actor, jobId)
        .map(job -> rows.reported(job.id(), afterLine, limit))
        .orElse(List.of());
  }

  /** Lets a job pause, go on or end; its runner hears of it after the piece that it is at. */
  public Decision<Job> wish(Actor actor, UUID jobId, Wish wish) {
    Optional<Job> found = jobs.lock(jobId).filter(job -> visible(actor, job));
    if (found.isEmpty()) {
      return Decision.no(ReasonCode.NOT_FOUND);
    }
    Job job = found.get();
    if (job.state().isOver() || job.state() == JobState.DRAFT) {
      return Decision.no(Finding.of(ReasonCode.STATE_FORBIDS, "state", job.state()));
    }
    return Decision.yes(wished(job, wish));
  }

  private Job wished(Job job, Wish wish) {
    if (job.state() != JobState.PAUSED) {
      jobs.wish(job.id(), wish);
      return job.with(wish);
    }
    if (wish == Wish.PAUSE) {
      return job;
    }
    // Nobody is at a job that is paused: its runner is sent for, also to end it tidily.
    Job awake = job.with(wish).become(job.resumed(), clock.instant());
    jobs.save(awake, null);
    ready.fire(new JobReady(job.id(), job.kind()));
    return awake;
  }

  private Decision<SavedMapping> mapping(Actor actor, String name) {
    if (Access.refusal(actor, Action.IMPORT_ORDERS).isPresent()) {
      return Decision.no(ReasonCode.NOT_PERMITTED);
    }
    return mappings.all(actor.shop()).stream()
        .filter(saved -> saved.mapping().name().equals(name))
        .findFirst()
        .<Decision<SavedMapping>>map(Decision::yes)
        .orElseGet(() -> Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "mapping")));
  }

  private Decision<Job> draftOf(Actor actor, UUID jobId) {
    return find(actor, jobId)
        .filter(job -> job.state() == JobState.DRAFT)
        .<Decision<Job>>map(Decision::yes)
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND));
  }

  private InputStream content(Job job) {
    return new ChunkStream(number -> jobs.chunk(job.id(), number));
  }

  private static boolean visible(Actor actor, Job job) {
    return refusal(actor, job.shop()).isEmpty();
  }

  private static List<Finding> refusal(Actor actor, String shop) {
    return Access.findings(actor, Action.IMPORT_ORDERS, new Access.Subject(shop, Access.NO_ORDER));
  }
}
