package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.countermand.platform.access.Grant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the mailed code. Opening the page does nothing, as mail servers open links; only the
 * right code, sent by the form, lets somebody in. A wrong, old, used or invented challenge all read
 * the same.
 */
@Named("customerCode")
@RequestScoped
public class CodePage {

  @Inject GuestAccess access;
  @Inject Visitor visitor;
  @Inject Problems problems;
  @Inject Sentences sentences;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private @Nullable String challenge;
  private String code = "";

  /** Without a challenge there is nothing to answer here. */
  public @Nullable String arrive() {
    return getChallenge().isEmpty() ? Ways.find() : null;
  }

  /** Tries the code and leads to the order if it is right. */
  public @Nullable String submit() {
    if (!access.mayAnswer(visitor.network())) {
      problems.add(sentences.say("page.find.tooMany", "minutes", GuestAccess.WINDOW.toMinutes()));
      return null;
    }
    Optional<Grant> grant = Parameters.id(parameters, "c").flatMap(id -> access.answer(id, code));
    if (grant.isEmpty()) {
      problems.add("code:code", sentences.say("page.code.wrong"));
      code = ""; // typed anew, not corrected: nobody is told which digit is wrong
      return null;
    }
    visitor.letIn(grant.get());
    return Ways.order();
  }

  /** The challenge as the address names it. */
  public String getChallenge() {
    return challenge == null ? Parameters.text(parameters, "c") : challenge;
  }

  public void setChallenge(@Nullable String challenge) {
    this.challenge = challenge;
  }

  public String getCode() {
    return code;
  }

  /** Digits only: people copy codes with a space in the middle. */
  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code.replaceAll("\\s", "");
  }
}
