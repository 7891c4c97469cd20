package org.countermand.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.channel.csv.RetailCsv;
import org.countermand.channel.model.ImportReport;
import org.countermand.channel.model.RefusedOrder;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Placed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may import, and what a first and a second import come to. */
class ChannelServiceTest {

  private static final String FILE =
      """
      Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country
      1001,22041,MUG,3,2010-07-01 09:30:00,2.10,13085,France
      1002,22041,MUG,3,2010-07-01 09:31:00,2.10,13086,EIRE
      1003,22041,MUG,3,2010-07-01 09:32:00,2.10,,France
      """;

  private static final Actor LEAD = new Actor.Agent("agent:7", "retail", Action.OF_LEADS);

  private final Orders orders = new Orders();
  private final ChannelService door = new ChannelService();

  @BeforeEach
  @SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
  void open() {
    door.orderFile = new RetailCsv();
    door.orders = orders;
  }

  @Test
  void the_first_import_creates_and_the_second_changes_nothing() {
    ImportReport first = imported(FILE);
    assertThat(first.created()).isEqualTo(2);
    assertThat(first.alreadyThere()).isZero();
    assertThat(first.rows().rows()).isEqualTo(3);

    ImportReport second = imported(FILE);
    assertThat(second.created()).isZero();
    assertThat(second.alreadyThere()).isEqualTo(2);
    assertThat(second.refused()).isEmpty();
    assertThat(orders.payloads).hasSize(2);
  }

  @Test
  void an_order_that_is_there_with_other_rows_is_refused_and_the_rest_goes_on() {
    imported(FILE);
    ImportReport changed = imported(FILE.replace("1001,22041,MUG,3", "1001,22041,MUG,4"));
    assertThat(changed.alreadyThere()).isEqualTo(1);
    assertThat(changed.refused())
        .containsExactly(new RefusedOrder("1001", List.of(Finding.of(ReasonCode.ORDER_CONFLICT))));
  }

  @Test
  void the_import_places_orders_because_an_agent_may_not() {
    imported(FILE);
    assertThat(Access.refusal(LEAD, Action.PLACE_ORDER)).isPresent();
    assertThat(orders.actors).containsOnly(new Actor.System("import"));
  }

  @Test
  void only_who_may_import_for_this_shop_is_let_in_and_nothing_is_read_for_others() {
    List<Actor> strangers =
        List.of(
            new Actor.Agent("agent:8", "retail", Action.OF_CLERKS),
            new Actor.Agent("agent:9", "another", Action.OF_LEADS),
            new Actor.Partner("partner:1", "another"),
            new Actor.Customer(Ids.next(), "retail"));
    for (Actor stranger : strangers) {
      assertThat(door.importDay(stranger, InputStream.nullInputStream(), Optional.empty()))
          .isEqualTo(Decision.no(ReasonCode.NOT_PERMITTED));
    }
    assertThat(orders.actors).isEmpty();
  }

  @Test
  void a_partner_of_the_shop_and_an_agent_of_every_shop_may_import() {
    for (Actor actor :
        List.of(
            new Actor.Partner("partner:1", "retail"),
            new Actor.Agent("agent:1", Actor.EVERY_SHOP, Action.OF_LEADS))) {
      assertThat(door.importDay(actor, stream(FILE), Optional.empty()))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  @Test
  void a_file_of_another_kind_is_refused_and_nothing_is_placed() {
    assertThat(door.importDay(LEAD, stream("a,b\n1,2\n"), Optional.empty()))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.FIELD_MISSING, "field", "Invoice")));
    assertThat(orders.actors).isEmpty();
  }

  private ImportReport imported(String file) {
    Decision<ImportReport> decision = door.importDay(LEAD, stream(file), Optional.empty());
    return ((Decision.Accepted<ImportReport>) decision).value();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** The door to orders as its contract says, without a database. */
  private static final class Orders extends OrderService {

    private final Map<String, String> payloads = new HashMap<>();
    private final List<Actor> actors = new ArrayList<>();

    @Override
    public Decision<Placed> place(Actor actor, NewOrder order) {
      actors.add(actor);
      String known = payloads.putIfAbsent(order.order().channelNumber(), order.payload());
      return known != null && !known.equals(order.payload())
          ? Decision.no(ReasonCode.ORDER_CONFLICT)
          : Decision.yes(new Placed(order.order(), known == null));
    }
  }
}
