/** A bank that takes credit transfers in ISO 20022 over HTTP, and can be told to fail. */
@NullMarked
package org.countermand.sandbox.bank;

import org.jspecify.annotations.NullMarked;
