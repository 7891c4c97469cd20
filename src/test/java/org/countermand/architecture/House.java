package org.countermand.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of packages laid out to the plan: the real one, or a miniature with a planted violation.
 *
 * @param root the package that holds the capabilities
 * @param sources the folder of the sources, relative to the project
 */
record House(String root, Path sources) {

  static final Path PROJECT = Path.of(System.getProperty("basedir", "."));
  private static final Path CLASSES = PROJECT.resolve("target/classes");

  static final House PRODUCTION = new House("org.countermand", Path.of("src/main/java"));

  /** The miniature house in {@code planted.<name>}. */
  static House planted(String name) {
    return new House(House.class.getPackageName() + ".planted." + name, Path.of("src/test/java"));
  }

  /** All classes of this house: what ships, without its tests, or a whole miniature. */
  JavaClasses classes() {
    if (!equals(PRODUCTION)) {
      return new ClassFileImporter().importPackages(root);
    }
    return Files.isDirectory(CLASSES)
        ? new ClassFileImporter().importPath(CLASSES)
        : new ClassFileImporter().importClasses();
  }

  Place placeOf(JavaClass type) {
    return placeOf(type.getBaseComponentType().getPackageName());
  }

  Place placeOf(String packageName) {
    if (!packageName.equals(root) && !packageName.startsWith(root + ".")) {
      return Place.OUTSIDE;
    }
    String inner = packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
    return ImportTable.rowOf(inner).map(row -> placeIn(row, inner)).orElse(Place.UNKNOWN);
  }

  private static Place placeIn(ImportTable.Row row, String inner) {
    return switch (row.kind()) {
      case KERNEL -> new Place(row.name(), Room.MODEL);
      case WAY_IN -> new Place(row.name(), Room.WAY_IN);
      case PLUMBING -> new Place(row.name(), Room.PLUMBING);
      case CAPABILITY -> {
        if (inner.equals(row.name())) {
          yield new Place(row.name(), Room.ROOT);
        }
        String room = inner.substring(row.name().length() + 1).split("\\.", 2)[0];
        yield switch (room) {
          case "model" -> new Place(row.name(), Room.MODEL);
          case "store" -> new Place(row.name(), Room.STORE);
          default -> new Place(row.name(), Room.SOCKET, row.name() + "." + room);
        };
      }
    };
  }

  /** Every class of this house, whatever else has been imported with it. */
  DescribedPredicate<JavaClass> itself() {
    return DescribedPredicate.describe("in " + root, type -> placeOf(type).isInHouse());
  }

  DescribedPredicate<JavaClass> room(Room room) {
    return DescribedPredicate.describe("in a " + room, type -> placeOf(type).room() == room);
  }

  /** Whether others may use this class: a model, a door, or a process that somebody has to call. */
  boolean opens(JavaClass type) {
    return switch (placeOf(type).room()) {
      case MODEL, PLUMBING -> true;
      case ROOT -> Beans.isNamedAsDoor(type) || Beans.isNamedAsProcess(type);
      default -> false;
    };
  }

  boolean isActor(JavaClass type) {
    return Beans.topLevel(type).getFullName().equals(root + ".kernel.Actor");
  }

  /** The packages with code that no row of the table knows. */
  SortedSet<String> unknownPackages(JavaClasses classes) {
    SortedSet<String> unknown = new TreeSet<>();
    for (JavaClass type : classes) {
      // A package above several rows, as portal, may be described but not built in.
      boolean described = type.getSimpleName().equals("package-info");
      if (placeOf(type).room() == Room.UNKNOWN && !described) {
        unknown.add(type.getPackageName());
      }
    }
    return unknown;
  }

  Path sourceFolder() {
    return PROJECT.resolve(sources);
  }

  /** The text of the file that declares a class; empty for a class that has none. */
  Optional<String> sourceOf(JavaClass type) {
    String file = Beans.topLevel(type).getSimpleName() + ".java";
    return source(type.getPackageName(), file);
  }

  Optional<String> source(String packageName, String file) {
    Path path = sourceFolder().resolve(packageName.replace('.', '/')).resolve(file);
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
