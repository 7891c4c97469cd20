package org.countermand.api.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.countermand.api.problem.Refusal;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.BodyTooLarge;

/** Takes a request's body as text: bounded, and only if it is UTF-8 to the last byte. */
public final class BodyText {

  /** Bytes that a body may have; some thousand order lines. */
  static final int LONGEST = 2 * 1024 * 1024;

  private BodyText() {}

  /**
   * Reads to the end.
   *
   * @throws Refusal if it is too large ({@code TOO_LARGE}), not UTF-8 or cut off ({@code
   *     MALFORMED})
   */
  public static String read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw Refusal.of(ReasonCode.TOO_LARGE);
      }
      // A lenient decoder would put substitutes into what is kept and hashed as exact bytes.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (BodyTooLarge tooLarge) {
      throw Refusal.of(ReasonCode.TOO_LARGE);
    } catch (IOException notUtf8OrCutOff) {
      throw Refusal.of(ReasonCode.MALFORMED);
    }
  }
}
