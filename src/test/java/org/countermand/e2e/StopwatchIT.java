package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.countermand.sandbox.shop.OrderDraft;
import org.junit.jupiter.api.Test;

/**
 * Somebody with a stopwatch learns nothing. The two kinds of requests are sent in turn, the first
 * of a pair being now the one and now the other, so that whatever slows the machine slows both.
 */
class StopwatchIT {

  private static final int WARM_UP = 20;
  private static final int REQUESTS = 200;
  private static final Duration NOTICEABLE = Duration.ofMillis(5);

  private final Backstage backstage = new Backstage();
  private final PlainClient client = new PlainClient();
  private final OrderDraft bought = Backstage.mugsAndLamp("WATCH").to("DE", "en", "19");

  @Test
  void asking_for_an_order_takes_as_long_whether_or_not_it_exists() {
    backstage.place(bought);
    Answer.Form form =
        client.get(backstage.page("/")).formWith("find:number").pressed("find:submit");
    Answer.Form known =
        form.with("find:number", bought.number()).with("find:email", bought.email());
    Answer.Form unknown =
        form.with("find:number", bought.number() + "0").with("find:email", bought.email());

    takeAlike(() -> ask(known), () -> ask(unknown));
  }

  /** Each request may open a challenge and send a letter, as if nobody had asked before. */
  private Answer ask(Answer.Form form) {
    forgetTries();
    Answer answer = client.post(form);
    assertThat(answer.location()).contains("/customer/code.xhtml");
    return answer;
  }

  @Test
  void a_wrong_code_takes_as_long_whether_or_not_there_is_an_order_behind_it() {
    backstage.place(bought);
    Answer.Form find =
        client.get(backstage.page("/")).formWith("find:number").pressed("find:submit");
    String challenge =
        client
            .post(find.with("find:number", bought.number()).with("find:email", bought.email()))
            .location()
            .replaceFirst(".*c=", "");
    String right = backstage.code(bought.email(), challenge).replaceAll("\\s", "");
    String wrong = right.equals("000000") ? "000001" : "000000";
    Answer.Form real = codeForm(challenge, wrong);
    Answer.Form invented = codeForm(UUID.randomUUID().toString(), wrong);

    takeAlike(() -> tryCode(real), () -> tryCode(invented));
  }

  private Answer.Form codeForm(String challenge, String code) {
    return client
        .get(backstage.page("/customer/code.xhtml?c=" + challenge))
        .formWith("code:code")
        .with("code:code", code)
        .pressed("code:submit");
  }

  /** Each request meets a challenge that was not tried before. */
  private Answer tryCode(Answer.Form form) {
    forgetTries();
    Answer answer = client.post(form);
    assertThat(answer.body()).contains("This code is not right or no longer valid");
    return answer;
  }

  private void forgetTries() {
    backstage.forgetTries();
    backstage.change("UPDATE access_challenge SET tries = 0 WHERE tries > 0");
  }

  private static void takeAlike(Supplier<Answer> one, Supplier<Answer> other) {
    List<Long> ones = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      boolean oneFirst = i % 2 == 0;
      long first = (oneFirst ? one : other).get().nanos();
      long second = (oneFirst ? other : one).get().nanos();
      if (i >= WARM_UP) {
        ones.add(oneFirst ? first : second);
        others.add(oneFirst ? second : first);
      }
    }
    Duration difference = Duration.ofNanos(median(ones) - median(others)).abs();
    assertThat(difference)
        .as("medians %s and %s ns", median(ones), median(others))
        .isLessThan(NOTICEABLE);
  }

  private static long median(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
