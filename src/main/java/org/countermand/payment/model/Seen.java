package org.countermand.payment.model;

import java.util.List;

/**
 * What came of looking at a payment.
 *
 * @param account as it stands now
 * @param fresh refunds by somebody else that were not known before
 * @param differences where the gateway and our books disagree
 */
public record Seen(
    TenderAccount account, List<GatewayRefund> fresh, List<Difference> differences) {}
