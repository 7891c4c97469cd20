package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countermand.kernel.Finding;

/**
 * What a page's bean needs of the request that it serves: parameters, messages, and the ways to
 * send the browser elsewhere. Everything about a page stands in its address and its form, so any
 * node can serve the next request.
 */
@RequestScoped
public class Surroundings {

  /** Control characters but line ends and tabs. */
  private static final Pattern UNTYPED = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  private static final int LONGEST_WORD = 100;

  @Inject Wording wording;

  FacesContext faces() {
    return FacesContext.getCurrentInstance();
  }

  /**
   * A parameter of the address or the form, or empty. It comes without its outer spaces and without
   * characters that nobody types and no database keeps.
   */
  String parameter(String name) {
    String sent = external().getRequestParameterMap().getOrDefault(name, "");
    return UNTYPED.matcher(sent).replaceAll("").strip();
  }

  /** A parameter that is one of few words; what is longer than any of them is not there. */
  String word(String name) {
    String word = parameter(name);
    return word.length() <= LONGEST_WORD ? word : "";
  }

  Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(parameter(name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the form that was sent is still being read. What it may contain was decided when it was
   * shown; a button must not vanish under the agent's click because the world has moved on.
   */
  boolean isReadingForm() {
    return faces().isPostback() && faces().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
  }

  /** Shows why something was not done. */
  void refuse(List<Finding> findings) {
    wording.findings(findings).forEach(this::complain);
  }

  /** Shows what is wrong. */
  void complain(String sentence) {
    faces().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
  }

  /** Shows what is wrong with one control; the page asks {@link #complaint} for it. */
  void complain(String control, String sentence) {
    faces().addMessage(control, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
  }

  String complaint(String control) {
    List<FacesMessage> messages = faces().getMessageList(control);
    return messages.isEmpty() ? "" : messages.get(0).getSummary();
  }

  /** The page of which nothing is told, not even whether it exists. */
  void notFound() {
    try {
      external().responseSendError(404, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces().responseComplete();
  }

  /** Sends the browser to a page of the back office. */
  void redirect(String page, Map<String, String> parameters) {
    try {
      external().redirect(address(page, parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces().responseComplete();
  }

  /** The address of a page of the back office. */
  String address(String page, Map<String, String> parameters) {
    return external().getRequestContextPath() + "/agent/" + page + ".xhtml" + query(parameters);
  }

  /** Parameters as they stand in an address; empty ones are left out. */
  static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                query
                    .append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
              }
            });
    return query.toString();
  }

  private ExternalContext external() {
    return faces().getExternalContext();
  }
}
