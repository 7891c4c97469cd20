package org.countermand.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.audit.AuditService;
import org.countermand.audit.model.AuditEntry;
import org.countermand.cancellation.CancellationService;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.logistics.model.Warehouse;
import org.countermand.order.OrderService;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.Placed;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.Question;
import org.countermand.payment.model.Topic;
import org.countermand.payment.store.QuestionRepository;
import org.countermand.platform.Node;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Regimes;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Undoing;
import org.countermand.tax.ubl.UblCreditNotes;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can only be seen from inside the server: wiring, transactions, roles of the database. */
@ExtendWith({InsideWorld.class, ArquillianExtension.class})
class InsideIT {

  private static final Actor SYSTEM = new Actor.System("inside");

  @Inject private OrderService orders;
  @Inject private CancellationService cancellations;
  @Inject private AuditService audit;
  @Inject private Warehouse warehouse;
  @Inject private QuestionRepository questions;
  @Inject private UblCreditNotes form;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private Node node;
  @Inject private UserTransaction transaction;

  /** The WAR as it is shipped, and this class. */
  @Deployment
  static WebArchive war() {
    return ShrinkWrap.create(WebArchive.class, "inside.war")
        .merge(
            ShrinkWrap.createFromZipFile(
                WebArchive.class,
                new File(System.getProperty("countermand.war", "target/countermand.war"))))
        .addClasses(InsideIT.class, InsideWorld.class);
  }

  @Test
  void an_order_is_read_back_as_the_record_that_was_written() {
    Order order = anOrder();
    place(order);
    assertEquals(Optional.of(order), orders.find(SYSTEM, order.id()));
  }

  @Test
  void
      an_order_placed_again_is_the_one_that_is_there_and_another_one_under_its_number_is_refused() {
    Order order = anOrder();
    assertTrue(place(order).created());
    assertFalse(place(order).created());
    assertTrue(
        orders.place(SYSTEM, new NewOrder(order, "something else")) instanceof Decision.Refused);
  }

  @Test
  void what_a_door_wrote_is_gone_when_its_transaction_is_rolled_back() throws Exception {
    Order order = anOrder();
    transaction.begin();
    place(order);
    transaction.rollback();
    assertEquals(Optional.empty(), orders.find(SYSTEM, order.id()));
  }

  @Test
  void the_database_itself_refuses_to_claim_a_unit_twice() {
    Order order = anOrder();
    place(order);
    UUID line = order.lines().get(0).id();
    orders.claim(
        SYSTEM, order.id(), Ids.next(), Map.of(line, List.of(new UnitRange(1, 2))), List.of());
    assertThrows(
        EJBException.class,
        () ->
            orders.claim(
                SYSTEM,
                order.id(),
                Ids.next(),
                Map.of(line, List.of(new UnitRange(2, 3))),
                List.of()));
  }

  @Test
  void an_adapter_refuses_to_run_inside_a_transaction() throws Exception {
    transaction.begin();
    try {
      assertThrows(RuntimeException.class, () -> warehouse.find(Ids.next()));
    } finally {
      transaction.rollback();
    }
  }

  /** The library of UBL works only if the server lets it find how XML is bound. */
  @Test
  void a_credit_note_is_written_inside_the_server() {
    Order order = anOrder();
    Seller seller =
        new Seller(
            order.legalEntity(),
            "Linden GmbH",
            "Lindenweg 1",
            "10115",
            "Berlin",
            Jurisdiction.of("DE"),
            "",
            Map.of("VAT-DE", "DE123456789"),
            RoundingMode.HALF_UP,
            Map.of());
    Undoing undoing =
        Undoing.of(
            order,
            seller,
            Map.of(order.lines().get(0).id(), List.of(new UnitRange(1, 1))),
            List.of(),
            false,
            clock.instant());
    Reversal reversal = undoing.reversal(List.of(), order.zero());
    CreditDocument document =
        new CreditDocument(
            Ids.next(),
            Ids.next(),
            "CN-1",
            undoing.on(),
            seller,
            reversal,
            Regimes.rule(reversal, seller),
            "",
            Locale.GERMAN);
    assertEquals("ubl", form.code());
    assertTrue(form.covers(document));
    assertEquals("CN-1.xml", form.write(document).fileName());
  }

  @Test
  void the_application_owns_no_table_and_rewrites_no_evidence() {
    AuditEntry entry =
        new AuditEntry(
            Ids.next(),
            clock.instant(),
            SYSTEM.kind(),
            SYSTEM.id(),
            "INSIDE",
            Ids.next(),
            Ids.next(),
            new java.util.TreeMap<>());
    audit.append(SYSTEM, entry);
    assertThrows(
        RuntimeException.class,
        () -> jdbi.useHandle(h -> h.execute("UPDATE audit_entry SET what = 'FORGED'")));
    assertThrows(
        RuntimeException.class, () -> jdbi.useHandle(h -> h.execute("DELETE FROM audit_entry")));
    assertThrows(
        RuntimeException.class, () -> jdbi.useHandle(h -> h.execute("CREATE TABLE mine (x int)")));
  }

  @Test
  void this_node_is_alive_in_the_eyes_of_the_database_and_an_unknown_one_is_dead() {
    assertTrue(alive(node.number()));
    assertFalse(alive(node.number() + 100_000));
    assertNotEquals(0, node.number());
  }

  @Test
  void a_question_is_one_however_often_it_is_put_and_one_at_a_time_asks_it() {
    Topic topic = new Topic("inside", Ids.next().toString(), Optional.of(Ids.next()));
    Instant due = laterThanAnySweep();
    questions.put(topic, due);
    questions.put(topic, due);
    assertEquals(1, rows(topic));
    assertEquals(Optional.empty(), questions.claim(topic, node.number(), clock.instant()));

    Question claimed = questions.claim(topic, node.number(), due).orElseThrow();
    assertEquals(1, claimed.tries());
    assertEquals(topic, claimed.topic());
    assertEquals(Optional.empty(), questions.claim(topic, node.number(), due));

    questions.answered(claimed, due);
    assertEquals(0, rows(topic));
  }

  @Test
  void a_question_that_is_put_again_while_it_is_asked_outlives_the_answer() {
    Topic topic = new Topic("inside", Ids.next().toString(), Optional.empty());
    Instant due = laterThanAnySweep();
    questions.put(topic, due);
    Question first = questions.claim(topic, node.number(), due).orElseThrow();
    questions.put(topic, due);
    assertEquals(Optional.empty(), questions.claim(topic, node.number(), due));

    questions.answered(first, due);
    Question second = questions.claim(topic, node.number(), due).orElseThrow();
    assertNotEquals(first.version(), second.version());
    assertEquals(1, second.tries());

    questions.postponed(second, due.plusSeconds(60));
    assertEquals(Optional.empty(), questions.claim(topic, node.number(), due));
    Question third = questions.claim(topic, node.number(), due.plusSeconds(60)).orElseThrow();
    assertEquals(2, third.tries());

    questions.answered(second, due);
    assertEquals(1, rows(topic), "who lost his claim deletes nothing");
    questions.answered(third, due);
    assertEquals(0, rows(topic));
  }

  @Test
  void an_actor_without_permission_gets_nothing_at_every_door() {
    Order order = anOrder();
    place(order);
    Actor stranger = new Actor.Customer(Ids.next(), order.shop());
    Actor otherShop = new Actor.Partner("other", "other");
    for (Actor nobody : List.of(stranger, otherShop)) {
      assertEquals(Optional.empty(), orders.find(nobody, order.id()));
      assertEquals(Optional.empty(), cancellations.survey(nobody, order.id(), clock.instant()));
      assertTrue(
          cancellations.quote(nobody, order.id(), List.of(), clock.instant())
              instanceof Decision.Refused);
      assertEquals(List.of(), cancellations.ofOrder(nobody, order.id()));
    }
  }

  /** The nodes of the shared world would take a question that is due. */
  private Instant laterThanAnySweep() {
    return clock.instant().plusSeconds(3600);
  }

  private long rows(Topic topic) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "SELECT count(*) FROM gateway_question WHERE reference = ?", topic.reference())
                .mapTo(Long.class)
                .one());
  }

  private boolean alive(int number) {
    return jdbi.withHandle(
        handle -> handle.select("SELECT node_alive(?)", number).mapTo(Boolean.class).one());
  }

  private Placed place(Order order) {
    Decision<Placed> decision = orders.place(SYSTEM, new NewOrder(order, "payload"));
    return ((Decision.Accepted<Placed>) decision).value();
  }

  private static Order anOrder() {
    Currency eur = Currency.getInstance("EUR");
    Money price = new Money(3000, eur);
    UUID line = Ids.next();
    return new Order(
        Ids.next(),
        "linden",
        "Linden GmbH",
        "inside",
        Ids.next().toString(),
        RefundAuthority.OURS,
        new Buyer(
            Buyer.Kind.CONSUMER,
            "Ana Muster",
            "ana@example.org",
            Jurisdiction.of("DE"),
            Locale.GERMAN,
            "",
            ""),
        eur,
        PriceBasis.GROSS,
        Instant.parse("2026-11-20T10:00:00Z"),
        null,
        new Invoice("", null, null, ""),
        new Money(0, eur),
        List.of(
            new OrderLine(
                line,
                1,
                "LAMP-1",
                "Lamp",
                ItemClass.GOODS,
                "",
                3,
                price,
                List.of(),
                List.of(new TaxLine("DE-VAT", new BigDecimal("19"), new Money(479, eur))),
                Claims.NONE)),
        List.of(),
        List.of(
            new Tender(
                Ids.next(), 1, TenderKind.CARD, "stripe", "pi_" + line, "Visa", price, price)),
        List.of(new Fulfilment(Ids.next(), "depot", FulfilmentStage.NOT_STARTED, List.of(line))));
  }
}
