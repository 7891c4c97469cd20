@NullMarked
package org.countermand.architecture.planted.wall10.payment;

import org.jspecify.annotations.NullMarked;
