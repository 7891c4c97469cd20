package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.countermand.sandbox.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of orders through the back office: mapping, check, import, report. */
@InABrowser
class OfficeImportE2E {

  private static final String FILE =
      """
      Bestellnummer;Datum;Artikelnummer;Bezeichnung;Menge;Preis;E-Mail;Land;Zahlung
      W-1;01.07.2026 09:30;22041;Becher;3;2,10;anna@linden.example;Deutschland;pi_w1
      W-1;01.07.2026 09:30;POST;Versand;1;18,00;anna@linden.example;Deutschland;pi_w1
      W-2;01.07.2026 10:00;22042;Lampe;1;40,00;ben@linden.example;Österreich;pi_w2
      W-3;01.07.2026 11:00;22043;Schale;zwei;5,00;cleo@linden.example;Österreich;pi_w3
      W-4;01.07.2026 11:30;22043;Schale;1;5,00;;Österreich;pi_w4
      """;

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();

  @BeforeEach
  void nobodyHasLoggedInTooOften() {
    backstage.forgetTries();
  }

  @Test
  void a_file_of_another_shop_is_mapped_checked_and_taken_in_once() {
    follow(Manner.AT_A_DESK, "desk");
  }

  @Test
  void all_of_it_works_without_scripts_on_a_phone() {
    follow(Manner.ON_A_PHONE.withoutScripts(), "phone");
  }

  private void follow(Manner manner, String channel) {
    Visitor visitor = visits.arrives(manner);
    new Clerk(backstage, visitor).logsIn(Accounts.LEAD);
    visitor.page().locator("#nav-import").click();
    visitor.presses("read");
    visitor.sees("file-error");
    visitor.inspects("agent-import-no-file");

    brings(visitor, "");
    visitor.sees("preview");
    assertThat(visitor.element("delimiter")).hasValue("semicolon");
    assertThat(visitor.text("preview")).contains("Becher", "a cell is not what it should be");
    assertThat(visitor.page().locator("#preview .at-fault").first()).containsText("zwei");
    visitor.inspects("agent-mapping");

    visitor.presses("take");
    assertThat(visitor.text()).contains("The field “channel” is missing.");
    visitor.types("name", "Linden " + channel);
    visitor.types("shop", "linden");
    visitor.types("channel", "csv-" + channel);
    visitor.types("legalEntity", "Linden GmbH");
    visitor.types("serviceCodes", "POST");
    visitor.presses("look");
    visitor.sees("preview");
    visitor.presses("try");
    awaitDone(visitor);
    assertThat(visitor.element("created")).hasText("2");
    assertThat(visitor.element("rows-total")).hasText("5");
    assertThat(orders(channel)).as("a check takes nothing in").isZero();
    visitor.inspects("agent-job-dry");

    visitor.page().locator("#nav-import").click();
    brings(visitor, "Linden " + channel);
    awaitDone(visitor);
    assertThat(visitor.element("created")).hasText("2");
    assertThat(visitor.text("reported")).contains("no customer", "W-3;01.07.2026");
    assertThat(orders(channel)).isEqualTo(2);
    visitor.inspects("agent-job-done");

    visitor.page().locator("#nav-import").click();
    visitor.inspects("agent-import");
    brings(visitor, "Linden " + channel);
    awaitDone(visitor);
    assertThat(visitor.element("created")).hasText("0");
    assertThat(visitor.element("existing")).hasText("2");
    assertThat(orders(channel)).isEqualTo(2);
  }

  private void brings(Visitor visitor, String mapping) {
    visitor
        .element("file")
        .setInputFiles(
            new FilePayload("bestellungen.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
    visitor.element("mapping").selectOption(mapping);
    visitor.presses("read");
  }

  /** Looks again until it is done, for where no script does. */
  private static void awaitDone(Visitor visitor) {
    long end = System.nanoTime() + Backstage.PATIENCE.toNanos();
    visitor.sees("state");
    while (!visitor.text("state").contains("Done") && System.nanoTime() < end) {
      visitor.presses("reload");
      visitor.page().waitForTimeout(300);
    }
    assertThat(visitor.element("state"))
        .hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
  }

  private long orders(String channel) {
    return backstage.number("SELECT count(*) FROM shop_order WHERE channel = ?", "csv-" + channel);
  }
}
