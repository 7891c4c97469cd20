package org.countermand.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What goes wrong with one call. In JSON the kind is the property {@code type}, such as {@code
 * {"type":"delay","ms":200}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Mishap.Delay.class, name = "delay"),
  @JsonSubTypes.Type(value = Mishap.Status.class, name = "status"),
  @JsonSubTypes.Type(value = Mishap.CutBeforeWork.class, name = "cutBeforeWork"),
  @JsonSubTypes.Type(value = Mishap.CutAfterWork.class, name = "cutAfterWork"),
  @JsonSubTypes.Type(value = Mishap.Kill.class, name = "kill"),
  @JsonSubTypes.Type(value = Mishap.KillCaller.class, name = "killCaller"),
  @JsonSubTypes.Type(value = Mishap.KillTogether.class, name = "killTogether")
})
public sealed interface Mishap {

  /** The work starts only after {@code ms} milliseconds; an idempotency key is held meanwhile. */
  record Delay(long ms) implements Mishap {}

  /**
   * The answer is this HTTP status and the work is not done.
   *
   * @param code 429, 500 or 503
   * @param storeUnderKey the answer is stored under the idempotency key and replayed
   */
  record Status(int code, boolean storeUnderKey) implements Mishap {
    public Status {
      if (code < 400 || code > 599) {
        throw new IllegalArgumentException("not the status of an error: " + code);
      }
    }
  }

  /**
   * The connection ends and nothing was done.
   *
   * @param silent see {@link CutAfterWork}
   */
  record CutBeforeWork(boolean silent) implements Mishap {}

  /**
   * The work is done and the connection ends before the answer can be read.
   *
   * @param silent closes the connection without one byte. The JDK's {@code HttpURLConnection} then
   *     sends the same POST once more by itself, so one silent cut passes unnoticed; otherwise the
   *     head of an answer is sent first, and every client reports the broken connection
   */
  record CutAfterWork(boolean silent) implements Mishap {}

  /**
   * A process is ended by force; the server goes on only when it is dead.
   *
   * @param pid the process, usually the caller; never the server itself
   */
  record Kill(When when, long pid) implements Mishap {
    public Kill {
      if (when == null || pid < 1) {
        throw new IllegalArgumentException("whom to kill, and when?");
      }
    }
  }

  /** As {@link Kill}, whichever of the processes that the sandbox started has made the call. */
  record KillCaller(When when) implements Mishap {
    public KillCaller {
      if (when == null) {
        throw new IllegalArgumentException("when to kill?");
      }
    }
  }

  /**
   * As {@link KillCaller}, but only once as many calls as {@code size} have come to their moments
   * under the same name. Until then each of them stays where it is.
   *
   * @param name used for one death only
   */
  record KillTogether(When when, String name, int size) implements Mishap {
    public KillTogether {
      if (when == null || name == null || size < 1) {
        throw new IllegalArgumentException("when to kill, with whom?");
      }
    }

    public Company company() {
      return Company.of(name, size);
    }
  }

  /** The moment at which a process dies. */
  enum When {
    /** The request has arrived; nothing is done. */
    ON_RECEIPT,
    /** The work is done; no answer is sent. */
    AFTER_WORK,
    /** The answer has been written out. */
    AFTER_ANSWER
  }
}
