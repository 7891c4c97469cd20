package org.countermand.channel.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file that is plain or gzip and may begin with a byte order mark. They are given as
 * characters of one byte each: what cuts a file into rows is ASCII, and so one row with a byte that
 * is no UTF-8 spoils that row and not the file.
 */
final class FileBytes {

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private FileBytes() {}

  /**
   * Opens a file.
   *
   * @param limit the most bytes that are read after unpacking
   */
  static BufferedReader open(InputStream file, long limit) throws IOException {
    BufferedInputStream packed = new BufferedInputStream(file);
    InputStream plain = isGzip(packed) ? new GZIPInputStream(packed, 65_536) : packed;
    BufferedReader bytes =
        new BufferedReader(
            new InputStreamReader(new ByteLimit(plain, limit), StandardCharsets.ISO_8859_1));
    bytes.mark(BYTE_ORDER_MARK.length());
    for (int i = 0; i < BYTE_ORDER_MARK.length(); i++) {
      if (bytes.read() != BYTE_ORDER_MARK.charAt(i)) {
        bytes.reset();
        break;
      }
    }
    return bytes;
  }

  private static boolean isGzip(BufferedInputStream file) throws IOException {
    file.mark(2);
    boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
    file.reset();
    return gzip;
  }
}
