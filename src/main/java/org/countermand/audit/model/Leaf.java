package org.countermand.audit.model;

import java.util.UUID;
import org.countermand.kernel.Digest;

/**
 * An entry's place in the chain: numbers without gaps, each digest over the one before.
 *
 * @param chain SHA-256 over the previous leaf's chain and this entry's digest
 */
public record Leaf(long number, UUID entryId, String entryDigest, String chain) {

  /** What the first leaf follows. */
  public static final String ROOT = "0".repeat(64);

  /** The next leaf after a chain's end. */
  public static Leaf next(long number, UUID entryId, String entryText, String previousChain) {
    String digest = Digest.sha256(entryText);
    return new Leaf(number, entryId, digest, Digest.sha256(previousChain + digest));
  }
}
