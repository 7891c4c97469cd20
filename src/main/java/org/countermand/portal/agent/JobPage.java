package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.channel.ImportService;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobKind;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.ReportCsv;
import org.countermand.channel.model.RowTotal;
import org.countermand.channel.model.Wish;
import org.countermand.kernel.Decision;
import org.jspecify.annotations.Nullable;

/** How far an import or a replay is, and what its rows came to. */
@Named("officeJob")
@RequestScoped
public class JobPage {

  private static final int ROWS = 50;
  private static final int PAGE = 1_000;

  @Inject ImportService imports;
  @Inject Office office;
  @Inject Surroundings surroundings;

  private @Nullable Job job;
  private List<RowTotal> totals = List.of();
  private List<FileRow> rows = List.of();

  @PostConstruct
  void begin() {
    job = surroundings.id("id").flatMap(id -> imports.find(office.actor(), id)).orElse(null);
    if (job != null) {
      totals = imports.totals(office.actor(), job.id());
      rows = imports.report(office.actor(), job.id(), after(), ROWS + 1);
    }
  }

  /** Shows the job, or gives its report as a file. */
  public void load() {
    Job known = job;
    if (known == null || known.state() == JobState.DRAFT) {
      surroundings.notFound();
    } else if (surroundings.parameter("report").equals("csv")) {
      give(known.id());
    }
  }

  public @Nullable Job getJob() {
    return job;
  }

  public boolean isOfFile() {
    return job != null && job.kind() == JobKind.IMPORT;
  }

  /** Whether it changes without anybody's doing. */
  public boolean isMoving() {
    return job != null && job.state().isRunning();
  }

  /** Whether a person has asked for something that its runner has not heeded yet. */
  public boolean isHeeding() {
    return isMoving() && job != null && job.wish() != Wish.RUN;
  }

  public boolean isPausable() {
    return isOpen() && isMoving() && !isHeeding();
  }

  public boolean isResumable() {
    return surroundings.isReadingForm() || (job != null && job.state() == JobState.PAUSED);
  }

  /** Whether it can be stopped; decided when the form was shown. */
  public boolean isStoppable() {
    return isOpen();
  }

  private boolean isOpen() {
    return surroundings.isReadingForm()
        || (job != null && (job.state().isRunning() || job.state() == JobState.PAUSED));
  }

  public List<RowTotal> getTotals() {
    return totals;
  }

  /** The rows of the whole file. */
  public long getRows() {
    return totals.stream().mapToLong(RowTotal::rows).sum();
  }

  public long getUnits() {
    return totals.stream().mapToLong(RowTotal::units).sum();
  }

  public BigDecimal getValue() {
    return totals.stream().map(RowTotal::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public List<FileRow> getReported() {
    return rows.size() > ROWS ? rows.subList(0, ROWS) : rows;
  }

  /** The address of the next reported rows, or empty. */
  public String getFurther() {
    if (job == null || rows.size() <= ROWS) {
      return "";
    }
    String last = Long.toString(rows.get(ROWS - 1).line());
    return surroundings.address("job", Map.of("id", job.id().toString(), "after", last));
  }

  /** The address of the report as a file. */
  public String getDownload() {
    return job == null
        ? ""
        : surroundings.address("job", Map.of("id", job.id().toString(), "report", "csv"));
  }

  public void pause() {
    wish(Wish.PAUSE);
  }

  public void resume() {
    wish(Wish.RUN);
  }

  public void stop() {
    wish(Wish.STOP);
  }

  private void wish(Wish wish) {
    Job known = job;
    if (known == null) {
      return;
    }
    if (imports.wish(office.actor(), known.id(), wish) instanceof Decision.Refused<Job> no) {
      surroundings.refuse(no.findings());
    } else {
      surroundings.redirect("job", Map.of("id", known.id().toString()));
    }
  }

  private long after() {
    String after = surroundings.parameter("after");
    return after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
  }

  private void give(UUID id) {
    ExternalContext answer = surroundings.faces().getExternalContext();
    answer.setResponseContentType("text/csv;charset=UTF-8");
    answer.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"report-" + id + ".csv\"");
    try (Writer out = answer.getResponseOutputWriter()) {
      out.write(ReportCsv.HEADER);
      List<FileRow> page = imports.report(office.actor(), id, 0, PAGE);
      while (!page.isEmpty()) {
        for (FileRow row : page) {
          out.write(ReportCsv.row(row));
        }
        page = imports.report(office.actor(), id, page.get(page.size() - 1).line(), PAGE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    surroundings.faces().responseComplete();
  }
}
