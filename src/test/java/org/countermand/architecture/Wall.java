package org.countermand.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/**
 * The walls of the house. Each can be held against any {@link House}; the package {@code
 * planted.<wall>} has classes named {@code Bad…} that the wall must catch and others that it must
 * let through.
 */
enum Wall {
  WALL01("model and kernel import only the JDK, JSpecify, kernel and models below", PureModel::in),
  WALL02("capabilities import what the table allows and nothing else", CapabilityGraph::in),
  WALL03("doors take an actor; every kind of bean has its transaction", Doors::in),
  WALL04("entities live in a store and never leave it", Entities::in),
  WALL05("ways in reach capabilities through doors and models", WaysIn::in),
  WALL06("sockets are imported by nobody, libraries seen only where they belong", Sockets::in),
  WALL07("adapters see no database and run in no transaction", Adapters::in),
  WALL08("time, chance and ids come from platform and kernel.Ids", ClocksAndDice::in),
  WALL09("money knows no floating point", ExactMoney::in),
  WALL10("every package says in one sentence what it is", DescribedPackages::in),
  WALL11("eligibility never learns of insight", Advice::in),
  WALL12("a name says what a thing does", Names::in),
  STORE_ROOM("a store imports its own model, persistence and CDI", StoreRoom::in),
  SOCKET_ROOM("a socket imports its own model and its library", SocketRoom::in);

  private final String sentence;
  private final Function<House, ArchRule> rule;

  Wall(String sentence, Function<House, ArchRule> rule) {
    this.sentence = sentence;
    this.rule = rule;
  }

  /** The rule for one house; it passes where the house has no such room yet. */
  ArchRule in(House house) {
    return rule.apply(house).allowEmptyShould(true).as(this + ": " + sentence);
  }

  /** The miniature house in which this wall has been broken on purpose. */
  House planted() {
    return House.planted(name().toLowerCase(Locale.ROOT).replace("_", ""));
  }
}
