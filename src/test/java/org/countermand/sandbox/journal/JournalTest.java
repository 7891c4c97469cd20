package org.countermand.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private final List<String> replayed = new ArrayList<>();

  @Test
  void aLineCutByACrashIsForgottenAndWritingGoesOn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    try (Journal<String> journal = Journal.open(file, String.class, replayed::add)) {
      journal.append("one");
      journal.append("two");
    }
    Files.writeString(file, "\"thr", StandardOpenOption.APPEND);
    try (Journal<String> journal = Journal.open(file, String.class, replayed::add)) {
      assertThat(replayed).containsExactly("one", "two");
      journal.append("four");
    }
    replayed.clear();
    Journal.open(file, String.class, replayed::add).close();
    assertThat(replayed).containsExactly("one", "two", "four");
  }
}
