package org.countermand.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection, for whoever asks for one, that asks the database before every query how it is
 * going to answer exactly that one with exactly its values.
 */
final class Plans implements ConnectionFactory {

  /** A query and its plan. */
  record Plan(String sql, JsonNode root) {

    /** Its nodes, the outermost first. */
    List<JsonNode> nodes() {
      List<JsonNode> nodes = new ArrayList<>();
      collect(root, nodes);
      return nodes;
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
      nodes.add(node);
      node.path("Plans").forEach(child -> collect(child, nodes));
    }

    /** The tables that it reads from one end to the other. */
    List<String> readWhole() {
      return nodes().stream()
          .filter(node -> node.path("Node Type").asText().equals("Seq Scan"))
          .map(node -> node.path("Relation Name").asText())
          .toList();
    }

    /** Whether it reads a table at all; it need not for what contradicts itself. */
    boolean readsAnything() {
      return nodes().stream().anyMatch(node -> node.has("Relation Name"));
    }

    /** The indexes that it uses. */
    List<String> indexes() {
      return nodes().stream()
          .map(node -> node.path("Index Name").asText())
          .filter(name -> !name.isEmpty())
          .toList();
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConnectionFactory database;
  private final List<Plan> plans = new ArrayList<>();
  private @Nullable Connection connection;

  Plans(ConnectionFactory database) {
    this.database = database;
  }

  /** Those of the queries since the last time, oldest first. */
  List<Plan> take() {
    List<Plan> taken = List.copyOf(plans);
    plans.clear();
    return taken;
  }

  @Override
  public Connection openConnection() throws SQLException {
    if (connection == null) {
      connection = explaining(database.openConnection());
    }
    return connection;
  }

  /** It stays open: to open one takes longer than most queries, and it ends with the database. */
  private Connection explaining(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          Object result = call(real, method, arguments);
          return result instanceof PreparedStatement statement
              ? explained(real, (String) arguments[0], statement)
              : result;
        });
  }

  /** The statement; whatever is set in it is set in the question for its plan, too. */
  private PreparedStatement explained(Connection real, String sql, PreparedStatement statement)
      throws SQLException {
    PreparedStatement question = real.prepareStatement("EXPLAIN (FORMAT JSON) " + sql);
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
            call(question, method, arguments);
          } else if (method.getName().startsWith("execute")) {
            try (ResultSet answer = question.executeQuery()) {
              answer.next();
              plans.add(new Plan(sql, read(answer.getString(1)).get(0).get("Plan")));
            }
          } else if (method.getName().equals("close")) {
            question.close();
          }
          return call(statement, method, arguments);
        });
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Handling {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handling handling) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> handling.handle(method, arguments)));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
