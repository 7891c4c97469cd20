package org.countermand.tax.ubl;

import org.countermand.kernel.Money;

/** So much, without tax, of something at one category and rate. */
record Part(Vat vat, Money net) {}
