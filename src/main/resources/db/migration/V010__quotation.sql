-- What comes back depends on the terms on which the order was placed, and on what earlier
-- cancellations of it have kept.

-- From which value of the order's goods a discount was granted; empty if without condition.
ALTER TABLE discount_share ADD COLUMN threshold bigint CHECK (threshold > 0);

-- The line that a charge was made for; empty if for the order.
ALTER TABLE order_charge ADD COLUMN line_id uuid REFERENCES order_line;
ALTER TABLE order_charge DROP CONSTRAINT order_charge_amount_check;
ALTER TABLE order_charge ADD CHECK (amount >= 0 OR kind = 'ROUNDING');

-- Revisions are added, never changed; an order's is the one in force when it was placed.
CREATE TABLE terms_revision (
  id             uuid PRIMARY KEY,
  shop           text NOT NULL,
  name           text NOT NULL,
  revision       integer NOT NULL,
  effective_from timestamptz NOT NULL,
  body           text NOT NULL,
  UNIQUE (shop, revision)
);
INSERT INTO terms_revision VALUES
  ('01900000-0000-7000-8000-000000000002', '*', 'usual', 1, '2000-01-01T00:00:00Z',
   E'charge\tDUTY\tWITH_UNITS\ncharge\tGIFT_WRAP\tWITH_UNITS\ncharge\tROUNDING\tWITH_UNITS\npromotions\tKEEP\n');
GRANT SELECT ON terms_revision TO countermand_app;

-- What a cancellation keeps of the buyer's money; it goes with its claims if it is not executed.
CREATE TABLE retention (
  cancellation_id uuid NOT NULL,
  order_id        uuid NOT NULL REFERENCES shop_order,
  kind            text NOT NULL,
  code            text NOT NULL,
  currency        char(3) NOT NULL,
  amount          bigint NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (cancellation_id, kind, code)
);
CREATE INDEX retention_order ON retention (order_id);
GRANT SELECT, INSERT, DELETE ON retention TO countermand_app;

-- A promise is signed, so that one that nobody here has made is never kept. What stands here from
-- before was not; nothing unsigned comes in any more.
ALTER TABLE quotation ADD COLUMN signature text;
ALTER TABLE quotation
  ADD CONSTRAINT quotation_signed 
  CHECK (signature IS NOT NULL AND signature ~ '^[0-9a-f]{64}$') NOT VALID;
