/** Policies as data, and the verdict with all its findings. */
@NullMarked
package org.countermand.eligibility.model;

import org.jspecify.annotations.NullMarked;
