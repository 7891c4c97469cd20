package org.countermand.sandbox.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.countermand.sandbox.http.Json;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * An OpenAPI 3.0 description as JSON Schema. The two differ where a value may be null, and in where
 * shared schemas are kept.
 */
final class OpenApi {

  private static final int LARGEST = 16 * 1024 * 1024;
  private static final String SHARED = "#/components/schemas/";

  /** What is translated; the rest of OpenAPI's words says nothing about a value. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "items",
          "anyOf",
          "oneOf",
          "allOf",
          "enum",
          "additionalProperties",
          "pattern",
          "maxLength");

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  /** Loaded ahead, the references of Stripe's objects to each other would unfold for ever. */
  private static final SchemaValidatorsConfig LAZY =
      SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();

  private final JsonNode description;

  private OpenApi(JsonNode description) {
    this.description = description;
  }

  /** Reads a description. */
  static OpenApi read(Path yaml) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
    return new OpenApi(mapper.readTree(yaml.toFile()));
  }

  /** The answer to a call: the 200 of an operation, or its errors with {@code default}. */
  JsonSchema answer(String method, String path, String status) {
    JsonNode found =
        description
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(status)
            .path("content")
            .path("application/json")
            .path("schema");
    if (found.isMissingNode()) {
      throw new IllegalArgumentException(method + " " + path + " is not described");
    }
    return schema(found);
  }

  /** A shared schema. */
  JsonSchema component(String name) {
    return schema(Json.object().put("$ref", SHARED + name));
  }

  /** The fields that a shared schema names. */
  Set<String> fields(String name) {
    Set<String> names = new TreeSet<>();
    shared(name).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode shared(String name) {
    return description.path("components").path("schemas").path(name);
  }

  private JsonSchema schema(JsonNode root) {
    ObjectNode shared = Json.object();
    ObjectNode schema = translate(root, shared);
    schema.set("$defs", shared);
    return FACTORY.getSchema(schema, LAZY);
  }

  private ObjectNode translate(JsonNode from, ObjectNode shared) {
    ObjectNode to = Json.object();
    if (from.has("$ref")) {
      to.put("$ref", "#/$defs/" + reach(from.path("$ref").asText(), shared));
    }
    from.fields()
        .forEachRemaining(
            field -> {
              if (KEYWORDS.contains(field.getKey())) {
                to.set(field.getKey(), translate(field.getKey(), field.getValue(), shared));
              }
            });
    if (from.path("nullable").asBoolean()) {
      ObjectNode orNull = Json.object();
      ArrayNode either = orNull.putArray("anyOf");
      either.add(to);
      either.addObject().put("type", "null");
      return orNull;
    }
    return to;
  }

  private JsonNode translate(String keyword, JsonNode value, ObjectNode shared) {
    switch (keyword) {
      case "properties":
        ObjectNode properties = Json.object();
        value
            .fields()
            .forEachRemaining(
                field -> properties.set(field.getKey(), translate(field.getValue(), shared)));
        return properties;
      case "anyOf", "oneOf", "allOf":
        ArrayNode all = Json.array();
        value.forEach(each -> all.add(translate(each, shared)));
        return all;
      case "items", "additionalProperties":
        return value.isObject() ? translate(value, shared) : value;
      default:
        return value;
    }
  }

  private String reach(String reference, ObjectNode shared) {
    String name = reference.substring(SHARED.length());
    if (!shared.has(name)) {
      shared.putNull(name); // ends the recursion: an account owns charges that own accounts
      shared.set(name, translate(shared(name), shared));
    }
    return name;
  }
}
