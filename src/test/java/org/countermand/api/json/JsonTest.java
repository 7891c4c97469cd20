package org.countermand.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ObjectAssert;
import org.countermand.api.problem.Refusal;
import org.countermand.api.problem.Spot;
import org.countermand.api.wire.BasisBody;
import org.countermand.api.wire.CancellationBody;
import org.countermand.api.wire.OrderBody;
import org.countermand.api.wire.SelectionBody;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final String LINE = "01890a5d-ac96-774b-bcce-b302099a8057";

  private static String selection(String quantity) {
    return "{\"lines\": [{\"line\": \"" + LINE + "\", \"quantity\": " + quantity + "}]}";
  }

  @Test
  void a_sound_body_is_read() {
    SelectionBody body = Json.read(selection("2"), SelectionBody.class);

    assertThat(body.lines()).singleElement().extracting("quantity").isEqualTo(2);
  }

  @Test
  void an_unknown_field_is_refused_by_its_name_and_place() {
    Refusal refusal = refusal("{\n  \"lines\": [],\n  \"linse\": []\n}", SelectionBody.class);

    assertThat(refusal.findings())
        .containsExactly(Finding.of(ReasonCode.UNKNOWN_FIELD, "field", "linse"));
    assertThat(refusal.spot()).isNotNull();
    assertThat(refusal.spot().pointer()).isEqualTo("/linse");
    assertThat(refusal.spot().line()).isEqualTo(3);
  }

  @Test
  void an_unknown_field_with_a_hostile_name_is_escaped_and_cut() {
    Refusal slash = refusal("{\"a/b~c\": 1}", SelectionBody.class);
    Refusal endless = refusal("{\"" + "x".repeat(150) + "\": 1}", SelectionBody.class);

    assertThat(slash.spot().pointer()).isEqualTo("/a~1b~0c");
    assertThat(endless.findings().get(0).parameters().get("field")).hasSize(100);
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    String twice = "{\"lines\": [{\"line\": \"%s\", \"quantity\": 1, \"quantity\": 9}]}";

    assertCode(twice.formatted(LINE), SelectionBody.class, ReasonCode.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5", "1.0", "1e0", "\"1\"", "\"\"", "true", "[1]", "{}", "3000000000", "-3e99"})
  void a_quantity_that_is_no_whole_number_is_refused_where_it_stands(String quantity) {
    Refusal refusal = refusal(selection(quantity), SelectionBody.class);

    assertThat(refusal.findings())
        .containsExactly(Finding.of(ReasonCode.FIELD_INVALID, "field", "lines[1].quantity"));
    assertThat(refusal.spot().pointer()).isEqualTo("/lines/0/quantity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "+1", "0x1", "NaN", "1_000", ".5", "'1'"})
  void a_number_that_is_not_json_is_refused(String quantity) {
    assertCode(selection(quantity), SelectionBody.class, ReasonCode.MALFORMED);
  }

  @Test
  void a_number_of_a_thousand_digits_is_refused() {
    assertCode(selection("9".repeat(1000)), SelectionBody.class, ReasonCode.MALFORMED);
  }

  @Test
  void deep_nesting_is_refused_whatever_it_is_read_as() {
    assertThat(Json.read(nested(16), Object.class)).isNotNull();
    assertCode(nested(17), Object.class, ReasonCode.MALFORMED);
    assertCode("[".repeat(100_000), Object.class, ReasonCode.MALFORMED);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void a_body_that_is_cut_off_is_refused_with_line_and_column() {
    Refusal refusal = refusal("{\"lines\": [\n{\"line\":", SelectionBody.class);

    assertThat(refusal.findings()).containsExactly(Finding.of(ReasonCode.MALFORMED));
    assertThat(refusal.spot())
        .extracting(Spot::line, Spot::column)
        .doesNotContainNull()
        .startsWith(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "null", "[]", "1", "\"text\"", "{} {}", "{},", "{}x", "{'lines': []}"})
  void a_body_that_is_no_single_object_is_refused(String body) {
    assertCode(body, SelectionBody.class, ReasonCode.MALFORMED);
  }

  @Test
  void a_null_among_the_elements_of_a_list_is_refused() {
    assertCode("{\"lines\": [null]}", SelectionBody.class, ReasonCode.FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"x\"", "7", "\"01890a5d-ac96-774b-bcce\"", "{}"})
  void an_id_that_is_none_is_refused(String id) {
    assertCode("{\"order\": " + id + "}", CancellationBody.class, ReasonCode.FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "1.5", "true", "[\"web\"]", "{}"})
  void a_text_that_is_no_text_is_refused(String channel) {
    assertCode("{\"channel\": " + channel + "}", OrderBody.class, ReasonCode.FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"gross\"", "\"BOTH\"", "\"\"", "0", "true"})
  void a_word_that_is_not_on_the_list_is_refused(String basis) {
    assertCode("{\"priceBasis\": " + basis + "}", OrderBody.class, ReasonCode.FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"type\": \"merchant_decision\"}", "{\"type\": 1}", "\"consent\""})
  void a_basis_of_no_known_type_is_refused(String basis) {
    assertCode("{\"basis\": " + basis + "}", CancellationBody.class, ReasonCode.FIELD_INVALID);
  }

  @Test
  void a_basis_does_not_take_the_fields_of_another() {
    assertCode(
        "{\"basis\": {\"type\": \"declaration\", \"text\": \"I cancel\", \"digest\": \"\"}}",
        CancellationBody.class,
        ReasonCode.UNKNOWN_FIELD);
  }

  @Test
  void the_type_of_a_basis_may_stand_anywhere() {
    CancellationBody body =
        Json.read(
            "{\"basis\": {\"text\": \"I cancel\", \"type\": \"declaration\"}}",
            CancellationBody.class);

    assertThat(body.basis()).isEqualTo(new BasisBody.Declaration("I cancel"));
  }

  @Test
  void a_text_longer_than_any_field_is_refused() {
    String body = "{\"channel\": \"" + "x".repeat(30_000) + "\"}";

    assertCode(body, OrderBody.class, ReasonCode.MALFORMED);
  }

  @Test
  void no_refusal_names_our_classes() {
    Refusal refusal = refusal(selection("\"x\""), SelectionBody.class);

    assertThat(refusal.toString()).doesNotContain("SelectionBody", "Integer", "jackson");
    assertThat(refusal).hasNoCause();
  }

  private static void assertCode(String body, Class<?> type, ReasonCode code) {
    ObjectAssert<Finding> finding = assertThat(refusal(body, type).findings()).singleElement();
    finding.extracting(Finding::code).isEqualTo(code);
  }

  private static Refusal refusal(String body, Class<?> type) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Json.read(body, type));
    assertThat(refusal).as("read without complaint: " + body).isNotNull();
    return refusal;
  }
}
