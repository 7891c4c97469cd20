package org.countermand.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.countermand.cancellation.model.Request;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.refund.model.Quotation;
import org.junit.jupiter.api.Test;

class QuotationPageTest {

  private final Desk desk = new Desk();
  private final Quotation offer = desk.quotation(desk.ask(0, 2));

  @Test
  void agreeing_cancels_with_exactly_what_was_shown() {
    String next = page(desk.agreed(offer)).confirm();

    assertThat(next).startsWith("/customer/status.xhtml?faces-redirect=true&id=");
    Request request = desk.requests.get(0);
    assertThat(Desk.consentOf(request).quotationId()).isEqualTo(offer.id());
    assertThat(Desk.consentOf(request).digest()).isEqualTo(offer.digest());
    assertThat(request.declaration()).isEqualTo(offer.text() + "\nI agree, in en");
    assertThat(request.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(request.at()).isEqualTo(Desk.NOW);
  }

  @Test
  void sending_the_form_twice_leads_to_the_same_cancellation() {
    String once = page(desk.agreed(offer)).confirm();
    String twice = page(desk.agreed(offer)).confirm();

    assertThat(twice).isEqualTo(once);
  }

  @Test
  void a_text_that_was_shown_in_another_language_counts_in_that_language() {
    Map<String, String> sent = desk.agreed(offer);
    desk.locale = Locale.GERMAN;

    page(sent).confirm();

    assertThat(desk.requests.get(0).locale()).isEqualTo(Locale.ENGLISH);
    assertThat(desk.requests.get(0).declaration()).endsWith("I agree, in en");
  }

  @Test
  void agreeing_to_anything_else_than_the_quotation_cancels_nothing() {
    for (String field : new String[] {"digest", "amount", "disclosure"}) {
      Map<String, String> sent = desk.agreed(offer);
      sent.put(field, "something else");

      assertThat(page(sent).confirm()).as(field).endsWith("&why=QUOTATION_MISMATCH");
    }
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void a_refusal_leads_back_to_the_choice_with_its_reason() {
    desk.answer = request -> Decision.no(ReasonCode.QUOTATION_STALE);

    assertThat(page(desk.agreed(offer)).confirm())
        .isEqualTo("/customer/order.xhtml?faces-redirect=true&why=QUOTATION_STALE");
  }

  @Test
  void a_failure_says_that_nothing_is_lost_and_stays() {
    desk.answer =
        request -> {
          throw new IllegalStateException("the database is away");
        };

    assertThat(page(desk.agreed(offer)).confirm()).isNull();
    assertThat(desk.problems).singleElement().asString().contains("Nothing is lost");
  }

  @Test
  void what_cannot_be_judged_is_asked_for_all_the_same_and_a_person_looks_at_it() {
    desk.judged =
        line -> {
          throw new IllegalStateException("Unknown kind of rule");
        };

    assertThat(page(desk.agreed(offer)).isReview()).isTrue();
    assertThat(page(desk.agreed(offer)).confirm()).startsWith("/customer/status.xhtml");
    assertThat(desk.requests).hasSize(1);
  }

  @Test
  void a_quotation_of_nobody_leads_to_the_order() {
    assertThat(page(Map.of("q", "17")).arrive()).endsWith("&why=QUOTATION_UNKNOWN");
    assertThat(page(Map.of()).confirm()).endsWith("&why=QUOTATION_UNKNOWN");
    assertThat(page(desk.agreed(offer)).arrive()).isNull();
  }

  @Test
  void the_button_names_the_amount_or_that_a_person_decides() {
    assertThat(page(desk.agreed(offer)).getButton()).contains("€18.00");

    desk.judged = line -> new LineVerdict(line.id(), 1, 1, Effect.REVIEW, java.util.List.of());

    assertThat(page(desk.agreed(offer)).isReview()).isTrue();
    assertThat(page(desk.agreed(offer)).getButton()).isEqualTo("Ask for the cancellation");
  }

  @Test
  void the_reasons_that_were_given_before_go_with_the_request() {
    desk.grounds().keep(offer.id(), new Grounds(Grounds.Choice.TOO_SLOW, "two weeks"));

    page(desk.agreed(offer)).confirm();

    assertThat(desk.requests.get(0).reason()).isEqualTo("TOO_SLOW: two weeks");
  }

  private QuotationPage page(Map<String, String> sent) {
    return desk.quotationPage(offer, sent);
  }
}
