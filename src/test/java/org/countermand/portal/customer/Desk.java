package org.countermand.portal.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Offer;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Request;
import org.countermand.cancellation.model.State;
import org.countermand.consent.ConsentService;
import org.countermand.consent.model.Disclosure;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TestOrders;
import org.countermand.payment.model.TenderAccount;
import org.countermand.platform.access.CurrentLocale;
import org.countermand.platform.text.Amounts;
import org.countermand.platform.text.Messages;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.Quoting;
import org.countermand.refund.model.Standing;

/** A customer in front of the pages, with doors behind them that remember what they were asked. */
final class Desk {

  static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

  final Order order;
  final List<Request> requests = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final Set<UUID> kept = new java.util.HashSet<>();
  Locale locale = Locale.ENGLISH;
  Grounds said = Grounds.NONE;
  Function<OrderLine, LineVerdict> judged =
      line -> new LineVerdict(line.id(), line.free(), line.free(), Effect.ALLOW, List.of());
  Function<Request, Decision<Receipt>> answer = this::cancelled;

  Desk(Order order) {
    this.order = order;
  }

  Desk() {
    this(TestOrders.anOrder().of(3, 3000, -300, 431).of(1, 1000, 0, 160).shipping(490, 78).order());
  }

  Quotation quotation(Ask... asks) {
    List<TenderAccount> accounts =
        order.tenders().stream().map(t -> TenderAccount.opened(order.id(), t)).toList();
    Decision<Quotation> quoted =
        Quoting.quote(
            Ids.next(), order, List.of(asks), Standing.usual(accounts), NOW.minusSeconds(60));
    return ((Decision.Accepted<Quotation>) quoted).value();
  }

  Ask ask(int line, int units) {
    return new Ask(order.lines().get(line).id(), units);
  }

  Decision<Receipt> cancelled(Request request) {
    return Decision.yes(new Receipt(cancellation(State.CONFIRMED), requests.size() == 1));
  }

  Cancellation cancellation(State state) {
    return new Cancellation(
        new UUID(7, 7),
        "C-0000007",
        order.id(),
        order.shop(),
        Kind.CANCELLATION,
        state,
        "Consent",
        java.util.Optional.empty(),
        order.zero(),
        "",
        List.of(new CancelledLine(order.lines().get(0).id(), 1, 0)),
        List.of(),
        false,
        Cancellation.Moments.received(NOW));
  }

  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  Guest guest() {
    return new Guest() {
      @Override
      Actor.Customer actor() {
        return new Actor.Customer(order.id(), order.shop());
      }

      @Override
      Order order() {
        return order;
      }
    };
  }

  Sentences sentences() {
    Sentences sentences = new Sentences();
    sentences.current =
        new CurrentLocale() {
          @Override
          public Locale getLocale() {
            return locale;
          }
        };
    sentences.amounts = new Amounts("Europe/Berlin");
    sentences.messages = new Messages(sentences.amounts);
    return sentences;
  }

  Problems problems() {
    Problems heard =
        new Problems() {
          @Override
          void add(String sentence) {
            problems.add(sentence);
          }

          @Override
          void add(String control, String sentence) {
            problems.add(control + " " + sentence);
          }
        };
    heard.sentences = sentences();
    return heard;
  }

  GroundsCookie grounds() {
    return new GroundsCookie() {
      @Override
      void keep(UUID quotationId, Grounds grounds) {
        kept.add(quotationId);
        said = grounds;
      }

      @Override
      Grounds of(UUID quotationId) {
        return kept.contains(quotationId) ? said : Grounds.NONE;
      }
    };
  }

  /** Texts as the real door has them: one a language. */
  ConsentService consents() {
    return new ConsentService() {
      @Override
      public Disclosure disclosure(Actor actor, Locale wished) {
        return new Disclosure("test-1", wished, "I agree, in " + wished.getLanguage());
      }
    };
  }

  RefundService refunds(Quotation stored) {
    return new RefundService() {
      @Override
      public java.util.Optional<Quotation> find(Actor actor, Order asked, UUID id) {
        return java.util.Optional.of(stored).filter(q -> q.id().equals(id));
      }
    };
  }

  CancellationService cancellations() {
    return new CancellationService() {
      @Override
      public java.util.Optional<Verdict> survey(Actor actor, UUID orderId, Instant at) {
        return java.util.Optional.of(verdict());
      }

      @Override
      public Decision<Verdict> judge(Actor actor, UUID orderId, List<Ask> asks, Instant at) {
        return Decision.yes(verdict());
      }

      @Override
      public Decision<Offer> quote(Actor actor, UUID orderId, List<Ask> asks, Instant at) {
        return asks.isEmpty()
            ? Decision.no(Finding.of(ReasonCode.NOTHING_CHOSEN))
            : Decision.yes(new Offer(verdict(), quotation(asks.toArray(new Ask[0]))));
      }

      @Override
      public Decision<Receipt> request(Request request) {
        requests.add(request);
        return answer.apply(request);
      }

      @Override
      public List<Cancellation> ofOrder(Actor actor, UUID orderId) {
        return List.of(cancellation(State.COMPLETED));
      }
    };
  }

  private Verdict verdict() {
    List<LineVerdict> lines = order.lines().stream().map(judged).toList();
    Effect effect = lines.stream().map(LineVerdict::effect).reduce(Effect::and).orElseThrow();
    return new Verdict(order.id(), new UUID(1, 1), NOW, effect, lines);
  }

  /** The page with the amounts, and the form on it as it was sent. */
  QuotationPage quotationPage(Quotation stored, Map<String, String> sent) {
    Agreement agreement = new Agreement();
    agreement.guest = guest();
    agreement.consents = consents();
    agreement.sentences = sentences();
    agreement.parameters = sent;
    QuotationPage page = new QuotationPage();
    page.guest = guest();
    page.cancellations = cancellations();
    page.refunds = refunds(stored);
    page.agreement = agreement;
    page.grounds = grounds();
    page.problems = problems();
    page.sentences = sentences();
    page.clock = clock();
    page.parameters = sent;
    page.load();
    return page;
  }

  /** What the form of a quotation sends when the box is ticked. */
  Map<String, String> agreed(Quotation shown) {
    Map<String, String> sent = new java.util.HashMap<>();
    sent.put("q", shown.id().toString());
    sent.put("digest", shown.digest());
    sent.put("amount", shown.total().toString());
    sent.put("disclosure", consents().disclosure(guest().actor(), locale).digest());
    return sent;
  }

  static Basis.Consent consentOf(Request request) {
    return (Basis.Consent) request.basis();
  }
}
