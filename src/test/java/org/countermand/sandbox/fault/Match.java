package org.countermand.sandbox.fault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault is meant for; what is left out matches every call.
 *
 * @param method the HTTP method, in capitals
 * @param pathPattern a regular expression found in the path, without the query; anchor it to match
 *     all of it
 * @param bodyContains text that the body must contain as sent, still form-encoded
 */
public record Match(
    @Nullable String method, @Nullable String pathPattern, @Nullable String bodyContains) {

  public Match {
    if (pathPattern != null) {
      // A pattern that does not compile is refused when the fault is set, not when it should fire.
      Pattern.compile(pathPattern);
    }
  }

  /** Matches one method on one path. */
  public static Match of(String method, String pathPattern) {
    return new Match(method, pathPattern, null);
  }

  /** Whether this call is meant. */
  public boolean matches(String method, String path, String body) {
    return (this.method == null || this.method.equals(method))
        && (pathPattern == null || Pattern.compile(pathPattern).matcher(path).find())
        && (bodyContains == null || body.contains(bodyContains));
  }
}
