package org.countermand.sandbox.payment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.countermand.sandbox.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * All that the payment server knows. Everything is read and changed inside {@link #atomically}: one
 * at a time, and written down before anybody hears of it.
 */
final class Ledger implements AutoCloseable {

  /** Older events are forgotten, as Stripe forgets them after 30 days. */
  private static final int EVENTS = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Payment> payments = new LinkedHashMap<>();
  private final Map<String, String> paymentOfCharge = new HashMap<>();
  private final Map<String, Refund> refunds = new LinkedHashMap<>();
  private final Map<String, List<String>> refundsOfPayment = new HashMap<>();
  private final Map<String, StoredAnswer> answers = new HashMap<>();
  private final Deque<Event> events = new ArrayDeque<>();
  private final Journal<Batch> journal;
  private final Consumer<Event> listener;
  private Batch batch = new Batch();
  private @Nullable String key;

  /**
   * Opens the ledger.
   *
   * @param file where it is kept, or null to keep it in memory only
   * @param listener told of each event once it is written down, in order
   */
  Ledger(@Nullable Path file, Consumer<Event> listener) {
    this.listener = listener;
    journal = file == null ? Journal.none() : Journal.open(file, Batch.class, this::replay);
  }

  /** Runs the work alone; what it puts is written as one line when it ends. */
  <T> T atomically(@Nullable String idempotencyKey, Supplier<T> work) {
    lock.lock();
    try {
      key = idempotencyKey;
      T result = work.get();
      commit();
      return result;
    } finally {
      batch = new Batch();
      key = null;
      lock.unlock();
    }
  }

  void put(Payment payment) {
    keep(payment);
    batch.payments().add(payment);
  }

  void put(Refund refund) {
    keep(refund);
    batch.refunds().add(refund);
  }

  void put(StoredAnswer answer) {
    answers.put(answer.key(), answer);
    batch.answers().add(answer);
  }

  void happened(String type, Payment payment, @Nullable Refund refund) {
    Event event = new Event(Wire.id("evt_3"), type, now(), payment, refund, key);
    keep(event);
    batch.events().add(event);
  }

  Optional<Payment> payment(String id) {
    return Optional.ofNullable(payments.get(id));
  }

  Optional<Payment> paymentOfCharge(String charge) {
    return Optional.ofNullable(paymentOfCharge.get(charge)).map(payments::get);
  }

  Optional<Refund> refund(String id) {
    return Optional.ofNullable(refunds.get(id));
  }

  Optional<StoredAnswer> answer(String idempotencyKey) {
    return Optional.ofNullable(answers.get(idempotencyKey));
  }

  /** Forgets what was answered under all keys, as Stripe may after a day; only in memory. */
  void forgetAnswers() {
    answers.clear();
  }

  /** All payments, newest first. */
  List<Payment> payments() {
    return newestFirst(payments.values());
  }

  /** All refunds, newest first. */
  List<Refund> refunds() {
    return newestFirst(refunds.values());
  }

  /** The refunds of one payment, newest first. */
  List<Refund> refundsOf(String payment) {
    return newestFirst(
        refundsOfPayment.getOrDefault(payment, List.of()).stream().map(refunds::get).toList());
  }

  /** The events that are still known, newest first. */
  List<Event> events() {
    return newestFirst(events);
  }

  static long now() {
    return Instant.now().getEpochSecond();
  }

  @Override
  public void close() {
    journal.close();
  }

  private void commit() {
    if (!batch.nothing()) {
      journal.append(batch);
      batch.events().forEach(listener);
    }
  }

  private void replay(Batch line) {
    line.payments().forEach(this::keep);
    line.refunds().forEach(this::keep);
    line.events().forEach(this::keep);
    line.answers().forEach(answer -> answers.put(answer.key(), answer));
  }

  private void keep(Payment payment) {
    payments.put(payment.id(), payment);
    if (payment.hasCharge()) {
      paymentOfCharge.put(payment.chargeId(), payment.id());
    }
  }

  private void keep(Refund refund) {
    if (refunds.put(refund.id(), refund) == null) {
      refundsOfPayment.computeIfAbsent(refund.payment(), id -> new ArrayList<>()).add(refund.id());
    }
  }

  private void keep(Event event) {
    events.add(event);
    if (events.size() > EVENTS) {
      events.remove();
    }
  }

  private static <T> List<T> newestFirst(java.util.Collection<T> oldestFirst) {
    List<T> list = new ArrayList<>(oldestFirst);
    Collections.reverse(list);
    return list;
  }
}
