package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.countermand.channel.ChannelService;
import org.countermand.channel.model.ImportReport;
import org.countermand.channel.model.RowReason;
import org.countermand.kernel.Decision;
import org.jspecify.annotations.Nullable;

/** Takes in one day of a shop's export and shows what became of every row. */
@Named("officeImport")
@RequestScoped
public class ImportPage {

  @Inject ChannelService channels;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;

  private @Nullable Part file;
  private @Nullable ImportReport report;

  /** Says no to those who may not import before they choose a file. */
  public void load() {
    if (!office.may("IMPORT_ORDERS")) {
      surroundings.notFound();
    }
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  /** The day as it was typed, to show it again. */
  public String getDay() {
    return surroundings.parameter("day");
  }

  /** What the file came to, once it was read. */
  public @Nullable ImportReport getReport() {
    return report;
  }

  /** How many rows became no order line, by reason. */
  public Map<RowReason, Long> getLeft() {
    return report == null ? Map.of() : report.rows().notOrdered();
  }

  public String complaint(String control) {
    return surroundings.complaint(control);
  }

  public void read() {
    Part chosen = file;
    if (chosen == null || chosen.getSize() == 0) {
      surroundings.complain("file", wording.say("agent.import.file.missing"));
      return;
    }
    Optional<LocalDate> day;
    try {
      day = getDay().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(getDay()));
    } catch (DateTimeParseException e) {
      surroundings.complain("day", wording.say("agent.import.day.invalid"));
      return;
    }
    take(chosen, day);
  }

  private void take(Part chosen, Optional<LocalDate> day) {
    try (InputStream content = chosen.getInputStream()) {
      Decision<ImportReport> decision = channels.importDay(office.actor(), content, day);
      if (decision instanceof Decision.Accepted<ImportReport> yes) {
        report = yes.value();
      } else if (decision instanceof Decision.Refused<ImportReport> no) {
        surroundings.refuse(no.findings());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
