package org.countermand.sandbox.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps letters as {@code .eml} files that any mail program opens.
 *
 * <p>The file's name is the id, which begins with the time in milliseconds; its first line tells
 * whom it was delivered to, because a letter does not name its hidden recipients.
 */
final class MailFolder {

  private static final String DELIVERED_TO = "Delivered-To: ";

  private final Path folder;

  MailFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every letter, oldest first. */
  List<Mail> load() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".eml"))
          .sorted()
          .map(MailFolder::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mail load(Path file) {
    try {
      String id = file.getFileName().toString().replace(".eml", "");
      byte[] bytes = Files.readAllBytes(file);
      String whole = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = whole.indexOf("\r\n");
      String to = whole.substring(DELIVERED_TO.length(), end);
      byte[] raw = whole.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
      Instant receivedAt = Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
      return MailParser.parse(id, receivedAt, to, raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  void save(Mail mail) throws IOException {
    byte[] first = (DELIVERED_TO + mail.to() + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[first.length + mail.raw().length];
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(mail.raw(), 0, whole, first.length, mail.raw().length);
    // Moved into place whole: a sandbox that is killed meanwhile leaves no half letter to load.
    Path unfinished = Files.write(folder.resolve(mail.id() + ".part"), whole);
    Files.move(unfinished, folder.resolve(mail.id() + ".eml"));
  }

  void clear() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
