-- What the back office's lists sort, filter and search by, so that a page of them costs the same
-- whether there are a hundred orders or a million: every list is walked along an index from where
-- the last page ended, and every search begins at an index.

-- Substrings of numbers, names and addresses. A trusted extension: the owner of the database may
-- create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- How far an order is, as the furthest of its fulfilments; and what it came to.
CREATE FUNCTION furthest_stage(wanted uuid) RETURNS text
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(
    (SELECT stage FROM fulfilment WHERE order_id = wanted
      ORDER BY array_position(ARRAY['NOT_STARTED', 'ALLOCATED', 'PICKING', 'PACKED',
        'HANDED_OVER', 'DELIVERED'], stage) DESC LIMIT 1),
    'NOT_STARTED')
$$;

ALTER TABLE shop_order ADD COLUMN stage text, ADD COLUMN total bigint;

UPDATE shop_order o SET
  stage = furthest_stage(o.id),
  total = (SELECT coalesce(sum(goods), 0) FROM order_line WHERE order_id = o.id)
    + (SELECT coalesce(sum(amount), 0) FROM discount_share WHERE order_id = o.id)
    + (SELECT coalesce(sum(amount), 0) FROM order_charge WHERE order_id = o.id)
    + CASE o.price_basis WHEN 'GROSS' THEN 0
        ELSE (SELECT coalesce(sum(amount), 0) FROM tax_line WHERE order_id = o.id) END;

ALTER TABLE shop_order ALTER COLUMN stage SET NOT NULL, ALTER COLUMN total SET NOT NULL;

-- Intake writes the stage with the order; from then on it follows the goods. The role of the
-- application may not change orders, so this runs as their owner.
CREATE FUNCTION follow_fulfilment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE shop_order SET stage = furthest_stage(NEW.order_id) WHERE id = NEW.order_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION follow_fulfilment() FROM PUBLIC;

CREATE TRIGGER order_stage AFTER UPDATE OF stage ON fulfilment
  FOR EACH ROW WHEN (OLD.stage IS DISTINCT FROM NEW.stage) EXECUTE FUNCTION follow_fulfilment();

-- The channel of its order, which never changes; and when its row last changed.
ALTER TABLE cancellation ADD COLUMN channel text,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

UPDATE cancellation c SET
  channel = (SELECT channel FROM shop_order WHERE id = c.order_id),
  updated_at = greatest(received_at, decided_at, confirmed_at, held_at, executing_at, completed_at);

ALTER TABLE cancellation ALTER COLUMN channel SET NOT NULL;

-- Orders: by the time they were placed, of all, of a shop, of a channel, at a stage; by total.
CREATE INDEX shop_order_placed ON shop_order (placed_at, id);
CREATE INDEX shop_order_shop ON shop_order (shop, placed_at, id);
CREATE INDEX shop_order_channel ON shop_order (shop, channel, placed_at, id);
CREATE INDEX shop_order_stage ON shop_order (stage, placed_at, id);
CREATE INDEX shop_order_total ON shop_order (currency, total, id);

-- Cancellations: by the time they were received, of all (there is one), of a shop, of a channel, in
-- a state; by the time they changed; by amount.
CREATE INDEX cancellation_shop ON cancellation (shop, received_at, id);
CREATE INDEX cancellation_channel ON cancellation (shop, channel, received_at, id);
DROP INDEX cancellation_state;
CREATE INDEX cancellation_state ON cancellation (state, received_at, id);
CREATE INDEX cancellation_updated ON cancellation (updated_at, id);
CREATE INDEX cancellation_amount ON cancellation (currency, amount, id);

-- Text: a few letters begin what is searched for, three and more may stand anywhere in it. What a
-- trigram index has not yet sorted in is read by every search, so that is kept short.
CREATE INDEX shop_order_number_begins ON shop_order (lower(channel_number) text_pattern_ops);
CREATE INDEX shop_order_number_contains ON shop_order USING gin (lower(channel_number) gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);
CREATE INDEX buyer_name_begins ON buyer (lower(name) text_pattern_ops);
CREATE INDEX buyer_email_begins ON buyer (lower(email) text_pattern_ops);
CREATE INDEX buyer_contains ON buyer USING gin (lower(name) gin_trgm_ops, lower(email) gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);
