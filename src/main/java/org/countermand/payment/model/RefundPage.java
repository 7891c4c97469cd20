package org.countermand.payment.model;

import java.util.List;
import java.util.Optional;

/**
 * A page of a gateway's refunds.
 *
 * @param unreadable how many are in a currency that cannot be read exactly, and so are not ours
 * @param next where the next page begins, if there is one
 */
public record RefundPage(List<GatewayRefund> refunds, int unreadable, Optional<String> next) {}
