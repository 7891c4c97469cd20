package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.countermand.channel.ImportService;
import org.countermand.channel.MappingService;
import org.countermand.channel.ReplayService;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.SavedMapping;
import org.countermand.channel.model.Upload;
import org.countermand.kernel.Decision;
import org.jspecify.annotations.Nullable;

/** Takes files of orders in, and shows what became of the latest. */
@Named("officeImport")
@RequestScoped
public class ImportPage {

  @Inject ImportService imports;
  @Inject MappingService mappings;
  @Inject ReplayService replays;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;

  private @Nullable Part file;

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

  /** The mapping's name as it was chosen, to show it again. */
  public String getMapping() {
    return surroundings.parameter("mapping");
  }

  public List<SavedMapping> getMappings() {
    return mappings.all(office.actor());
  }

  /** Those whose files can say that something was cancelled. */
  public List<SavedMapping> getReplayable() {
    return getMappings().stream()
        .filter(saved -> !saved.mapping().cancellationPrefix().isEmpty())
        .toList();
  }

  public List<Job> getJobs() {
    return imports.latest(office.actor());
  }

  public String complaint(String control) {
    return surroundings.complaint(control);
  }

  /** Takes the file in; without a mapping the next page asks how it is to be read. */
  public void read() {
    Part chosen = file;
    if (chosen == null || chosen.getSize() == 0) {
      surroundings.complain("file", wording.say("agent.import.file.missing"));
      return;
    }
    try (InputStream content = chosen.getInputStream()) {
      Upload upload = new Upload(name(chosen), content);
      if (getMapping().isEmpty()) {
        lead("mapping", imports.draft(office.actor(), upload));
      } else {
        boolean dryRun = !surroundings.parameter("dry").isEmpty();
        lead("job", imports.begin(office.actor(), upload, getMapping(), dryRun));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for the cancellations that a channel's files instruct. */
  public void replay() {
    String name = surroundings.parameter("replayed");
    getReplayable().stream()
        .map(SavedMapping::mapping)
        .filter(mapping -> name.equals(mapping.name()))
        .findFirst()
        .ifPresent(this::replay);
  }

  private void replay(Mapping mapping) {
    lead("job", replays.begin(office.actor(), mapping.shop(), mapping.channel()));
  }

  private void lead(String page, Decision<Job> decision) {
    if (decision instanceof Decision.Accepted<Job> yes) {
      surroundings.redirect(page, Map.of("id", yes.value().id().toString()));
    } else {
      surroundings.refuse(((Decision.Refused<Job>) decision).findings());
    }
  }

  private static String name(Part part) {
    String name = part.getSubmittedFileName();
    return name == null ? "" : name;
  }
}
