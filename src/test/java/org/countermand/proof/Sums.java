package org.countermand.proof;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many refunds there are and what they come to, by currency, told twice. */
final class Sums {

  private static final class Sum {
    private long count;
    private long minor;

    void add(long amount) {
      count++;
      minor = Math.addExact(minor, amount);
    }
  }

  private final TreeMap<String, Sum> books = new TreeMap<>();
  private final TreeMap<String, Sum> ledger = new TreeMap<>();

  void inBooks(String currency, long amount) {
    books.computeIfAbsent(currency, c -> new Sum()).add(amount);
  }

  void inLedger(String currency, long amount) {
    ledger.computeIfAbsent(currency, c -> new Sum()).add(amount);
  }

  void compare(Tally tally) {
    Set<String> currencies = new TreeSet<>(books.keySet());
    currencies.addAll(ledger.keySet());
    for (String currency : currencies) {
      Sum ours = books.getOrDefault(currency, new Sum());
      Sum theirs = ledger.getOrDefault(currency, new Sum());
      tally.looked();
      tally.claim(
          ours.minor == theirs.minor && ours.count == theirs.count,
          "books: %d refunds of %s, ledger: %d of %s",
          ours.count,
          Minor.text(ours.minor, currency),
          theirs.count,
          Minor.text(theirs.minor, currency));
      tally.note("%s in %d refunds".formatted(Minor.text(ours.minor, currency), ours.count));
    }
  }
}
