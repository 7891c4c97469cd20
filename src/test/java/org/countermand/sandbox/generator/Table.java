package org.countermand.sandbox.generator;

/** The tables that are filled, in an order that every foreign key can stand. */
enum Table {
  SHOP_ORDER(
      "id, shop, legal_entity, channel, channel_number, refund_authority, currency, price_basis,"
          + " placed_at, promised_on, invoice_number, invoiced_on, supplied_on, seller_tax_id,"
          + " cheapest_delivery, received_at, stage, total"),
  BUYER("order_id, kind, name, email, country, region, locale, segment, tax_id"),
  ORDER_PAYLOAD("order_id, digest, payload"),
  ORDER_LINE("id, order_id, position, sku, description, item_class, evidence, quantity, goods"),
  ORDER_CHARGE("id, order_id, position, kind, amount"),
  TAX_LINE("owner_id, position, order_id, authority, rate_percent, amount"),
  DISCOUNT_SHARE("owner_id, position, order_id, code, amount"),
  TENDER("id, order_id, position, kind, gateway, reference, label, authorized, captured"),
  FULFILMENT("id, order_id, position, warehouse, stage"),
  FULFILMENT_LINE("fulfilment_id, line_id, order_id"),
  TENDER_ACCOUNT(
      "tender_id, order_id, gateway, reference, currency, state, authorized, captured, released,"
          + " refunded"),
  UNIT_CLAIM("line_id, order_id, first_unit, last_unit, cancellation_id"),
  CHARGE_CLAIM("charge_id, order_id, cancellation_id"),
  QUOTATION("id, order_id, expires_at, digest, body, signature"),
  CONSENT(
      "id, quotation_id, order_id, quotation_digest, disclosure_version, disclosure_digest, locale,"
          + " actor_kind, actor_id, given_at"),
  CANCELLATION(
      "id, number, order_id, shop, kind, state, basis_kind, basis_text, quotation_id, asked_with,"
          + " currency, amount, reason, findings, by_person, received_at, decided_at, confirmed_at,"
          + " held_at, executing_at, completed_at, channel, updated_at"),
  CANCELLED_LINE("cancellation_id, line_id, position, asked, held"),
  REQUEST_RECORD(
      "id, order_id, cancellation_id, actor_kind, actor_id, idempotency_key, digest, declaration,"
          + " received_at"),
  REFUND_PART(
      "id, cancellation_id, order_id, tender_id, kind, state, currency, amount, reserved, reference,"
          + " submitted_at, settled_at"),
  WAREHOUSE_HOLD("id, cancellation_id, warehouse, order_number, status, asked_at, answered_at"),
  HOLD_LINE("hold_id, line_id, sku, units, held"),
  STOCK_MOVEMENT("id, cancellation_id, order_id, line_id, warehouse, sku, units, at"),
  DOCUMENT(
      "id, cancellation_id, order_id, shop, legal_entity, series, year, counter, number, kind, place,"
          + " scheme, issued_on, currency, total, invoice_number, corrects, digest, body"),
  DOCUMENT_TAX("document_id, position, authority, rate_percent, amount"),
  STEP(
      "id, cancellation_id, position, kind, state, subject_id, owner, attempt_id, attempt, tries,"
          + " due_at, attempted_at, done_at, note"),
  JOURNAL("id, cancellation_id, step_id, attempt_id, attempt, phase, outcome, detail, at"),
  WORK_ITEM("id, cancellation_id, reason, next_action, owner, opened_at, due_at, closed_at"),
  EVENT("id, type, subject_id, order_id, at, facts"),
  ENVELOPE("id, event_id, listener, owner, tries, due_at, delivered_at, note"),
  AUDIT_ENTRY("id, at, actor_kind, actor_id, what, order_id, subject_id, body"),
  AUDIT_LEAF("number, entry_id, entry_digest, chain"),
  GATEWAY_NEWS("gateway, id, type, digest, heard_at");

  private final String columns;

  Table(String columns) {
    this.columns = columns;
  }

  /** The name in the database. */
  String table() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** How many values a row has. */
  int width() {
    return columns.split(",", -1).length;
  }

  String copy() {
    return "COPY " + table() + " (" + columns + ") FROM STDIN";
  }
}
