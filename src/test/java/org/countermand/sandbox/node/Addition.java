package org.countermand.sandbox.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.countermand.payment.plain.PlainGateway;

/**
 * A class that the nodes of the sandbox have and the built application has not: as an operator adds
 * the adapter of a gateway that only he has.
 */
record Addition(Class<?> type) {

  static final Addition PLAIN_GATEWAY = new Addition(PlainGateway.class);

  /** Puts it into a copy of the application, which stays as old as it is: caches go by that. */
  void into(Path war) throws IOException {
    FileTime built = Files.getLastModifiedTime(war);
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (FileSystem inside = FileSystems.newFileSystem(war);
        InputStream code = Objects.requireNonNull(type.getResourceAsStream(name))) {
      Path place = inside.getPath("WEB-INF/classes" + name);
      Files.createDirectories(place.getParent());
      Files.write(place, code.readAllBytes());
    }
    Files.setLastModifiedTime(war, built);
  }
}
