package org.countermand.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsAreDescribedTest {

  private static final List<Class<?>> RESOURCES =
      List.of(
          OrderResource.class,
          VerdictResource.class,
          QuotationResource.class,
          CancellationResource.class,
          CreditResource.class,
          WebhookResource.class);

  static Stream<Method> operations() {
    return RESOURCES.stream()
        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
        .filter(m -> m.isAnnotationPresent(GET.class) || m.isAnnotationPresent(POST.class));
  }

  private static Stream<APIResponse> answers(Method operation) {
    return Stream.concat(
        Arrays.stream(operation.getAnnotationsByType(APIResponse.class)),
        Arrays.stream(operation.getDeclaringClass().getAnnotationsByType(APIResponse.class)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_says_what_it_does_and_how_it_succeeds_and_fails(Method operation) {
    Operation described = operation.getAnnotation(Operation.class);

    assertThat(described).isNotNull();
    assertThat(described.summary()).isNotBlank();
    assertThat(answers(operation).map(APIResponse::responseCode))
        .anyMatch(status -> status.startsWith("2"))
        .contains("500")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_failure_that_an_operation_names_is_defined(Method operation) {
    Set<String> defined =
        Arrays.stream(
                RestApplication.class
                    .getAnnotation(OpenAPIDefinition.class)
                    .components()
                    .responses())
            .map(APIResponse::name)
            .collect(Collectors.toSet());

    assertThat(answers(operation).map(APIResponse::ref).filter(ref -> !ref.isEmpty()))
        .isNotEmpty()
        .allMatch(defined::contains);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_on_one_thing_can_find_none(Method operation) {
    Path whole = operation.getDeclaringClass().getAnnotation(Path.class);
    Path part = operation.getAnnotation(Path.class);
    String path = whole.value() + (part == null ? "" : part.value());

    if (path.contains("{id}")) {
      assertThat(answers(operation).map(APIResponse::responseCode)).contains("404");
    }
  }

  @Test
  void operations_have_names_of_their_own() {
    assertThat(operations().map(m -> m.getAnnotation(Operation.class).operationId()))
        .hasSize(12)
        .doesNotHaveDuplicates();
  }
}
