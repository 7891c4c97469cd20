package org.countermand.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.countermand.api.problem.Problem;
import org.countermand.api.problem.Speech;
import org.countermand.api.wire.SelectionBody;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

class JsonBodiesTest {

  private static final Speech ENGLISH =
      new Speech(Locale.ENGLISH, finding -> "Sentence of " + finding.code());

  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
  private static final MediaType PROBLEM = new MediaType("application", "problem+json");
  private static final Annotation[] NONE = {};

  private final JsonBodies bodies = new JsonBodies();

  /** The parameters of a resource, with their generic types as the server sees them. */
  @SuppressWarnings("unused")
  private static void resource(
      Received<SelectionBody> verbatim, SelectionBody plain, Received<String> foreign) {}

  private static Type parameter(int index) {
    return List.of(JsonBodiesTest.class.getDeclaredMethods()).stream()
        .filter(method -> method.getName().equals("resource"))
        .findFirst()
        .orElseThrow()
        .getGenericParameterTypes()[index];
  }

  @Test
  void our_bodies_are_read_with_their_text_or_without() {
    assertThat(bodies.isReadable(Received.class, parameter(0), NONE, JSON)).isTrue();
    assertThat(bodies.isReadable(SelectionBody.class, parameter(1), NONE, JSON)).isTrue();
  }

  @Test
  void what_is_not_ours_is_left_to_the_server() {
    assertThat(bodies.isReadable(Received.class, parameter(2), NONE, JSON)).isFalse();
    assertThat(bodies.isReadable(Received.class, Received.class, NONE, JSON)).isFalse();
    assertThat(bodies.isReadable(String.class, String.class, NONE, JSON)).isFalse();
    assertThat(bodies.isWriteable(String.class, String.class, NONE, JSON)).isFalse();
    assertThat(
            bodies.isReadable(SelectionBody.class, parameter(1), NONE, MediaType.TEXT_PLAIN_TYPE))
        .isFalse();
  }

  @Test
  void the_text_is_handed_on_exactly_as_received() {
    String text = "{ \"lines\" :\t[] }\n";

    Record read = read(Received.class, parameter(0), text);

    assertThat(read).isEqualTo(new Received<>(text, new SelectionBody(List.of())));
  }

  @Test
  void a_problem_is_written_under_its_own_media_type() throws IOException {
    Problem problem = Problem.of(409, ReasonCode.QUOTATION_STALE, ENGLISH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(bodies.isWriteable(Problem.class, Problem.class, NONE, PROBLEM)).isTrue();
    bodies.writeTo(
        problem, Problem.class, Problem.class, NONE, PROBLEM, new MultivaluedHashMap<>(), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"type\":\"urn:countermand:problem:quotation-stale\",")
        .contains("\"status\":409", "\"code\":\"QUOTATION_STALE\"", "\"instance\":\"urn:uuid:")
        .doesNotContain("null");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Record read(Class<?> type, Type genericType, String text) {
    return bodies.readFrom(
        (Class) type,
        genericType,
        NONE,
        JSON,
        new MultivaluedHashMap<>(),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
