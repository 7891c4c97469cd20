package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.channel.ImportService;
import org.countermand.channel.MappingService;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.Field;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.Preview;
import org.countermand.channel.model.SavedMapping;
import org.countermand.kernel.Decision;
import org.jspecify.annotations.Nullable;

/** Says how a file is read: columns to fields, with the first rows as they come out. */
@Named("officeMapping")
@RequestScoped
public class MappingPage {

  private static final int LINES = 12;

  @Inject ImportService imports;
  @Inject MappingService mappings;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;

  private MappingForm form = new MappingForm(Map.of());
  private @Nullable Job draft;
  private List<String> columns = List.of();
  private @Nullable Preview preview;

  /** Before a form is read, because its fields depend on the columns of the file. */
  @PostConstruct
  void begin() {
    draft =
        surroundings
            .id("id")
            .flatMap(id -> imports.find(office.actor(), id))
            .filter(job -> job.state() == JobState.DRAFT)
            .orElse(null);
    form = surroundings.faces().isPostback() ? MappingForm.sent(surroundings) : opened();
    columns = columns(form.dialect());
    if (!surroundings.faces().isPostback() && surroundings.parameter("mapping").isEmpty()) {
      form = form.guessing(columns);
    }
  }

  /** A saved mapping to be changed, or a new one for the file. */
  private MappingForm opened() {
    Optional<MappingForm> saved =
        mappings.all(office.actor()).stream()
            .filter(m -> m.mapping().name().equals(surroundings.parameter("mapping")))
            .findFirst()
            .map(SavedMapping::mapping)
            .map(MappingForm::of);
    return saved.orElseGet(
        () -> MappingForm.fresh(office.actor().shop(), draft == null ? null : guess(draft)));
  }

  private @Nullable Dialect guess(Job file) {
    return imports.guess(office.actor(), file.id()) instanceof Decision.Accepted<Dialect> yes
        ? yes.value()
        : null;
  }

  /** Shows the page to those who may import. */
  public void load() {
    boolean lost = draft == null && !surroundings.parameter("id").isEmpty();
    if (!office.may("IMPORT_ORDERS") || lost) {
      surroundings.notFound();
    } else if (draft != null && !surroundings.faces().isPostback()) {
      look(false);
    }
  }

  public MappingForm getForm() {
    return form;
  }

  public @Nullable Job getDraft() {
    return draft;
  }

  public List<String> getColumns() {
    return columns;
  }

  public @Nullable Preview getPreview() {
    return preview;
  }

  public Field[] getFields() {
    return Field.values();
  }

  public List<String> getDelimiters() {
    return MappingForm.DELIMITERS;
  }

  public List<String> getCharsets() {
    return Dialect.CHARSETS;
  }

  /** Reads the beginning of the file as the form says, and says what is missing in the form. */
  public void look() {
    surroundings.refuse(form.mapping(office.actor().shop()).findings());
    look(true);
  }

  private void look(boolean complain) {
    if (draft == null) {
      return;
    }
    Decision<Preview> read =
        imports.preview(office.actor(), draft.id(), form.mapping(office.actor().shop()), LINES);
    if (read instanceof Decision.Accepted<Preview> yes) {
      preview = yes.value();
    } else if (complain) {
      surroundings.refuse(((Decision.Refused<Preview>) read).findings());
    }
  }

  /** Saves the mapping under its name. */
  public void save() {
    if (saved().isPresent()) {
      surroundings.redirect("import", Map.of());
    }
  }

  /** Saves the mapping and reads the whole file without taking anything in. */
  public void tryOut() {
    start(true);
  }

  /** Saves the mapping and takes the file in. */
  public void take() {
    start(false);
  }

  private void start(boolean dryRun) {
    Optional<SavedMapping> saved = saved();
    if (saved.isEmpty() || draft == null) {
      return;
    }
    String name = saved.get().mapping().name();
    if (imports.start(office.actor(), draft.id(), name, dryRun)
        instanceof Decision.Accepted<Job> yes) {
      surroundings.redirect("job", Map.of("id", yes.value().id().toString()));
    } else {
      surroundings.complain(wording.say("agent.mapping.started"));
    }
  }

  private Optional<SavedMapping> saved() {
    Mapping mapping = form.mapping(office.actor().shop());
    if (mappings.save(office.actor(), mapping) instanceof Decision.Refused<SavedMapping> no) {
      surroundings.refuse(no.findings());
      look(false);
      return Optional.empty();
    }
    return mappings.all(office.actor()).stream()
        .filter(m -> m.mapping().name().equals(mapping.name()))
        .findFirst();
  }

  private List<String> columns(Dialect dialect) {
    return draft != null
            && imports.columns(office.actor(), draft.id(), dialect)
                instanceof Decision.Accepted<List<String>> yes
        ? yes.value()
        : List.of();
  }
}
