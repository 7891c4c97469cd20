package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.countermand.cancellation.model.Basis;
import org.countermand.consent.ConsentService;
import org.countermand.consent.model.Disclosure;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.text.Languages;
import org.countermand.refund.model.Quotation;

/**
 * The box that is ticked under a quotation. The form brings back what was on the page when it was
 * ticked; whoever agreed to something else than what stands now has agreed to nothing.
 */
@Named
@RequestScoped
public class Agreement {

  @Inject Guest guest;
  @Inject ConsentService consents;
  @Inject Sentences sentences;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private boolean given;

  /**
   * What somebody agreed to.
   *
   * @param disclosure the text that was shown, in the language in which it was shown
   * @param declaration quotation and text together, as they are kept
   */
  record Agreed(Basis.Consent consent, Disclosure disclosure, String declaration) {}

  /** What was agreed to, if that is this quotation. */
  Decision<Agreed> to(Quotation quotation) {
    boolean same =
        parameter("digest").equals(quotation.digest())
            && parameter("amount").equals(quotation.total().toString());
    Optional<Disclosure> text = shown(parameter("disclosure"));
    if (!same || text.isEmpty()) {
      return Decision.no(ReasonCode.QUOTATION_MISMATCH);
    }
    return Decision.yes(
        new Agreed(
            new Basis.Consent(quotation.id(), quotation.digest(), text.get().digest()),
            text.get(),
            quotation.text() + "\n" + text.get().text()));
  }

  /** A page stays open in one language while another is chosen elsewhere. */
  private Optional<Disclosure> shown(String digest) {
    return Languages.ALL.stream()
        .map(language -> consents.disclosure(guest.actor(), language))
        .filter(text -> text.digest().equals(digest))
        .findFirst();
  }

  /** The text to show. */
  public Disclosure getDisclosure() {
    return consents.disclosure(guest.actor(), sentences.locale());
  }

  /** Complains about a box that is not ticked: an unticked box is not empty, it says no. */
  public void mustBeGiven(FacesContext context, UIComponent box, Object ticked) {
    if (!Boolean.TRUE.equals(ticked)) {
      String sentence = sentences.say("page.quotation.consent.missing");
      throw new ValidatorException(
          new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    }
  }

  public boolean isGiven() {
    return given;
  }

  public void setGiven(boolean given) {
    this.given = given;
  }

  private String parameter(String name) {
    return Parameters.text(parameters, name);
  }
}
