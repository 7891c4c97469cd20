package org.countermand.logistics.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.countermand.logistics.model.HoldAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that can be understood, and those that cannot. */
class DepotJsonTest {

  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'id':'%s'}",
        "{'id':'%s','status':'on_the_moon'}",
        "{'id':'7','status':'held'}",
        "{'id':'%s','status':'held','lines':[{'line':'%s','held':-1}]}",
        "{'id':'%s','status':'held','lines':[{'line':'%s','held':99999999999}]}",
        "{'id':'%s','status':'held','lines':[{'line':'%s'}]}",
        "{'id':'%s','status':'held','lines':[{'held':1}]}"
      })
  void an_answer_that_is_none_is_never_taken_for_one(String json) {
    assertThat(read(json)).isEmpty();
  }

  @Test
  void fields_that_are_new_are_passed_over() {
    assertThat(read("{'id':'%s','status':'released','lines':[],'mood':'good'}")).isPresent();
  }

  @Test
  void an_error_without_a_code_is_named_after_its_status() {
    assertThat(DepotJson.code("{\"code\":\"hold_unknown\"}", 404)).isEqualTo("hold_unknown");
    assertThat(DepotJson.code("<html>", 404)).isEqualTo("http_404");
    assertThat(DepotJson.code("", 410)).isEqualTo("http_410");
  }

  private static Optional<HoldAnswer> read(String json) {
    return DepotJson.tree(json.replace("%s", ID).replace('\'', '"')).flatMap(DepotJson::hold);
  }
}
