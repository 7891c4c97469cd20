package org.countermand.platform.faces;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.countermand.platform.access.Secrets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the Faces runtime the keys under which it hands a view's state to the browser. They are
 * made from the secret that all nodes share, so a form that one node has shown can be sent to
 * another, and survives a restart. The runtime would else draw its own keys at every start.
 *
 * <p>Runs when the application starts, earlier than every listener: the Faces runtime is one and
 * reads its parameters then. Without the secret the application does not start.
 */
public class ViewStateKeys implements ServletContainerInitializer {

  private static final String PREFIX = "org.apache.myfaces.";

  /** AES takes 16 bytes, and so long is its block. */
  private static final int BLOCK = 16;

  @Override
  public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
    String secret =
        ConfigProvider.getConfig().getOptionalValue("countermand.secret", String.class).orElse("");
    parameters(Secrets.of(secret)).forEach((name, value) -> set(context, name, value));
  }

  /**
   * The runtime's parameters. State is sealed with an HMAC over the cipher text; the cipher itself
   * is CBC, because the default (ECB) would show which blocks of two states are equal. The runtime
   * knows a fixed initialization vector only, which is enough here: a state holds no secret.
   */
  static Map<String, String> parameters(Secrets secrets) {
    return Map.of(
        PREFIX + "SECRET", base64(first(secrets.key("view-state/cipher"))),
        PREFIX + "MAC_SECRET", base64(secrets.key("view-state/seal")),
        PREFIX + "ALGORITHM.PARAMETERS", "CBC/PKCS5Padding",
        PREFIX + "ALGORITHM.IV", base64(first(secrets.key("view-state/start"))));
  }

  private static void set(ServletContext context, String name, String value) {
    if (!context.setInitParameter(name, value)) {
      throw new IllegalStateException(name + " must not be configured: it is derived");
    }
  }

  private static byte[] first(byte[] key) {
    return Arrays.copyOf(key, BLOCK);
  }

  private static String base64(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
