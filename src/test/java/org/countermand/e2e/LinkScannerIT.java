package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.Test;

/**
 * Mail servers open the links of letters before people do, and some send the forms behind them.
 * Whatever they do, nothing is agreed to, and no code is used up.
 */
class LinkScannerIT {

  private final Backstage backstage = new Backstage();
  private final OrderDraft bought = Backstage.mugsAndLamp("SCAN").to("DE", "en", "19");

  @Test
  void a_scanner_that_sends_every_form_behind_a_code_letter_cancels_nothing() {
    PlacedOrder order = backstage.place(bought);
    String challenge = asksForCode();
    Mail codeLetter = backstage.codeLetter(bought.email(), challenge);
    String code = backstage.code(bought.email(), challenge);

    scan(codeLetter.links());

    assertThat(backstage.cancellations(order)).isZero();
    assertThat(
            backstage.number(
                "SELECT count(*) FROM consent WHERE order_id = CAST(? AS uuid)", order.id()))
        .isZero();
    opens(challenge, code);
  }

  @Test
  void a_scanner_does_not_take_back_what_the_buyer_asked_for() {
    OrderDraft packed = Backstage.mugsAndLamp("SCAN").to("DE", "en", "19").at("PACKED");
    PlacedOrder order = backstage.place(packed);
    String cancellation = backstage.declare(order, 1, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Mail letter =
        backstage
            .world()
            .mailbox()
            .awaitMail(
                packed.email(),
                mail -> mail.subject().contains("We have received your cancellation"),
                Backstage.PATIENCE);

    scan(letter.links());

    backstage.awaitState(cancellation, "IN_REVIEW");
    assertThat(backstage.cancellations(order)).isEqualTo(1);
  }

  private void scan(List<String> links) {
    for (String link : links) {
      PlainClient scanner = new PlainClient();
      Answer page = scanner.follow(URI.create(link));
      assertThat(page.status()).as(link).isEqualTo(200);
      for (Answer.Form form : page.forms()) {
        scanner.post(form);
        for (String button : form.buttons()) {
          scanner.post(form.pressed(button));
        }
      }
    }
  }

  private String asksForCode() {
    PlainClient buyer = new PlainClient();
    return buyer
        .post(
            buyer
                .get(backstage.page("/"))
                .formWith("find:number")
                .with("find:number", bought.number())
                .with("find:email", bought.email())
                .pressed("find:submit"))
        .location()
        .replaceFirst(".*c=", "");
  }

  private void opens(String challenge, String code) {
    PlainClient buyer = new PlainClient();
    buyer.post(
        buyer
            .get(backstage.page("/customer/code.xhtml?c=" + challenge))
            .formWith("code:code")
            .with("code:code", code)
            .pressed("code:submit"));
    assertThat(buyer.cookie("cm-guest")).as("the code still opens the order").isNotEmpty();
  }
}
