package org.countermand.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.host.Folders;
import org.countermand.sandbox.host.Ports;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells Arquillian's server, before it starts, where the shared world is: the same variables that
 * the other nodes find in their environment.
 */
final class InsideWorld implements BeforeAllCallback {

  private static boolean told;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (told || inside()) {
      return;
    }
    told = true;
    World world = SharedWorld.get();
    Path servers =
        Path.of(System.getProperty("countermand.liberty", "target/liberty/wlp"))
            .resolve("usr/servers");
    Folders.copy(servers.resolve("countermand"), servers.resolve("inside"), Set.of("workarea"));
    Path server = servers.resolve("inside/configDropins/overrides");
    Files.createDirectories(server);
    String variables =
        world.settings().environment().entrySet().stream()
            .map(InsideWorld::variable)
            .collect(Collectors.joining("\n"));
    Files.writeString(
        server.resolve("world.xml"),
        """
        <server>
          <variable name="countermand.http.port" value="%d"/>
          %s
        </server>
        """
            .formatted(Ports.free(), variables));
  }

  /** In the server the class is loaded again, and nothing needs to be told. */
  private static boolean inside() {
    return System.getProperty("wlp.server.name") != null
        || System.getenv("WLP_USER_DIR") != null && System.getProperty("wlp.install.dir") != null;
  }

  /** {@code COUNTERMAND_DB_PORT} is the variable {@code countermand.db.port}. */
  private static String variable(Map.Entry<String, String> entry) {
    String name =
        switch (entry.getKey()) {
          case "COUNTERMAND_DB_OWNERPASSWORD" -> "countermand.db.ownerPassword";
          case "COUNTERMAND_PUBLIC_URL" -> "countermand.public-url";
          case "COUNTERMAND_STRIPE_WEBHOOK_SECRET" -> "countermand.stripe.webhook-secret";
          default -> entry.getKey().toLowerCase(Locale.ROOT).replace('_', '.');
        };
    return "<variable name=\"%s\" value=\"%s\"/>".formatted(name, entry.getValue());
  }
}
