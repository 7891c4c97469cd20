package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page: which order is meant. Its answer is the same for every order and for none. */
@Named("customerFind")
@RequestScoped
public class FindPage {

  /** Why somebody was sent here. */
  enum Notice {
    LINK("page.find.linkInvalid"),
    SESSION("page.find.sessionOver");

    private final String key;

    Notice(String key) {
      this.key = key;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject GuestAccess access;
  @Inject Visitor visitor;
  @Inject Problems problems;
  @Inject Sentences sentences;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private String number = "";
  private String email = "";

  /** Has a code mailed and leads to the page that asks for it. */
  public @Nullable String submit() {
    if (!access.mayAsk(visitor.network())) {
      problems.add(sentences.say("page.find.tooMany", "minutes", GuestAccess.WINDOW.toMinutes()));
      return null;
    }
    return Ways.code(access.ask(number, email));
  }

  /** Why one was sent here, as a sentence, or empty. */
  public String getNotice() {
    String word = Parameters.text(parameters, "notice");
    Optional<Notice> notice =
        Stream.of(Notice.values()).filter(known -> known.word().equals(word)).findFirst();
    return notice.map(known -> sentences.say(known.key)).orElse("");
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = Parameters.line(number);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = Parameters.line(email);
  }
}
