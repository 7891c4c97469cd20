package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.countermand.kernel.Finding;

/**
 * What has to be put right before a form can be taken: the summary on top of the page, each entry
 * of a control being a link to it. The control itself says the same beside it.
 */
@Named
@RequestScoped
public class Problems {

  @Inject Sentences sentences;

  /**
   * One entry.
   *
   * @param control the id of the control to go to, or empty where it is about the whole
   */
  public record Problem(String control, String sentence) {}

  /** Adds one that is about the whole form. */
  void add(String sentence) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
  }

  /** Adds one that is about one control, which is marked as wrong. */
  void add(String control, String sentence) {
    FacesContext faces = FacesContext.getCurrentInstance();
    if (faces.getViewRoot().findComponent(control) instanceof UIInput input) {
      input.setValid(false);
    }
    faces.addMessage(control, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
  }

  /** Adds what a door has answered. */
  void add(List<Finding> findings) {
    sentences.say(findings).forEach(this::add);
  }

  /** All of them: the whole form first, then the controls in the order in which they were read. */
  public List<Problem> getAll() {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<Problem> all = new ArrayList<>();
    Iterator<String> controls = faces.getClientIdsWithMessages();
    while (controls.hasNext()) {
      String control = controls.next();
      faces
          .getMessageList(control)
          .forEach(message -> all.add(problem(control, message.getSummary())));
    }
    return all.stream().distinct().toList();
  }

  private static Problem problem(@org.jspecify.annotations.Nullable String control, String text) {
    return new Problem(control == null ? "" : control, text);
  }
}
