-- The tables of the spine. They belong to the role that migrates; the role of the application,
-- countermand_app, gets what each table needs and no more. Money is bigint minor units.
-- Ids that may be missing are text, because the persistence provider cannot bind a null uuid.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Nodes: a node is alive while its session-level advisory lock is held on its own connection.
CREATE SEQUENCE node_number AS integer;

CREATE FUNCTION node_alive(number integer) RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = 1129204301::oid
      AND objid = number::oid AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
$$;

-- Orders, exactly as charged.
CREATE TABLE shop_order (
  id                uuid PRIMARY KEY,
  shop              text NOT NULL,
  legal_entity      text NOT NULL,
  channel           text NOT NULL,
  channel_number    text NOT NULL,
  refund_authority  text NOT NULL,
  currency          char(3) NOT NULL,
  price_basis       text NOT NULL,
  placed_at         timestamptz NOT NULL,
  promised_on       date,
  invoice_number    text NOT NULL,
  invoiced_on       date,
  supplied_on       date,
  seller_tax_id     text NOT NULL,
  cheapest_delivery bigint NOT NULL CHECK (cheapest_delivery >= 0),
  -- How unit shares are computed for this order; frozen at intake with the totals.
  share_rule        text NOT NULL DEFAULT 'cumulative-half-up-1',
  received_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (shop, channel, channel_number)
);
CREATE INDEX shop_order_number ON shop_order (channel_number);

-- The only personal data of an order.
CREATE TABLE buyer (
  order_id  uuid PRIMARY KEY REFERENCES shop_order,
  kind      text NOT NULL,
  name      text NOT NULL,
  email     text NOT NULL,
  country   text NOT NULL,
  region    text NOT NULL,
  locale    text NOT NULL,
  segment   text NOT NULL,
  tax_id    text NOT NULL
);

CREATE TABLE order_payload (
  order_id uuid PRIMARY KEY REFERENCES shop_order,
  digest   text NOT NULL,
  payload  text NOT NULL
);

CREATE TABLE order_line (
  id          uuid PRIMARY KEY,
  order_id    uuid NOT NULL REFERENCES shop_order,
  position    integer NOT NULL,
  sku         text NOT NULL,
  description text NOT NULL,
  item_class  text NOT NULL,
  evidence    text NOT NULL,
  quantity    integer NOT NULL CHECK (quantity > 0),
  goods       bigint NOT NULL CHECK (goods >= 0),
  UNIQUE (order_id, position)
);

CREATE TABLE order_charge (
  id       uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES shop_order,
  position integer NOT NULL,
  kind     text NOT NULL,
  amount   bigint NOT NULL CHECK (amount >= 0),
  UNIQUE (order_id, position)
);

-- Tax as charged, of a line or of a charge.
CREATE TABLE tax_line (
  owner_id     uuid NOT NULL,
  position     integer NOT NULL,
  order_id     uuid NOT NULL REFERENCES shop_order,
  authority    text NOT NULL,
  rate_percent numeric NOT NULL,
  amount       bigint NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (owner_id, position)
);
CREATE INDEX tax_line_order ON tax_line (order_id);

CREATE TABLE discount_share (
  owner_id uuid NOT NULL REFERENCES order_line,
  position integer NOT NULL,
  order_id uuid NOT NULL REFERENCES shop_order,
  code     text NOT NULL,
  amount   bigint NOT NULL CHECK (amount <= 0),
  PRIMARY KEY (owner_id, position)
);
CREATE INDEX discount_share_order ON discount_share (order_id);

CREATE TABLE tender (
  id         uuid PRIMARY KEY,
  order_id   uuid NOT NULL REFERENCES shop_order,
  position   integer NOT NULL,
  kind       text NOT NULL,
  gateway    text NOT NULL,
  reference  text NOT NULL,
  label      text NOT NULL,
  authorized bigint NOT NULL CHECK (authorized >= 0),
  captured   bigint NOT NULL CHECK (captured >= 0 AND captured <= authorized),
  UNIQUE (order_id, position)
);
CREATE INDEX tender_reference ON tender (reference);

CREATE TABLE fulfilment (
  id        uuid PRIMARY KEY,
  order_id  uuid NOT NULL REFERENCES shop_order,
  position  integer NOT NULL,
  warehouse text NOT NULL,
  stage     text NOT NULL
);
CREATE INDEX fulfilment_order ON fulfilment (order_id);

CREATE TABLE fulfilment_line (
  fulfilment_id uuid NOT NULL REFERENCES fulfilment,
  line_id       uuid NOT NULL REFERENCES order_line,
  order_id      uuid NOT NULL REFERENCES shop_order,
  PRIMARY KEY (fulfilment_id, line_id)
);
CREATE INDEX fulfilment_line_order ON fulfilment_line (order_id);

-- Which units and charges cancellations have taken. That no unit is taken twice is not left to
-- the application's lock alone.
CREATE TABLE unit_claim (
  line_id         uuid NOT NULL REFERENCES order_line,
  order_id        uuid NOT NULL REFERENCES shop_order,
  first_unit      integer NOT NULL CHECK (first_unit > 0),
  last_unit       integer NOT NULL CHECK (last_unit >= first_unit),
  cancellation_id uuid NOT NULL,
  PRIMARY KEY (line_id, first_unit),
  EXCLUDE USING gist (line_id WITH =, int4range(first_unit, last_unit, '[]') WITH &&)
);
CREATE INDEX unit_claim_order ON unit_claim (order_id);
CREATE INDEX unit_claim_cancellation ON unit_claim (cancellation_id);

CREATE TABLE charge_claim (
  charge_id       uuid PRIMARY KEY REFERENCES order_charge,
  order_id        uuid NOT NULL REFERENCES shop_order,
  cancellation_id uuid NOT NULL
);
CREATE INDEX charge_claim_order ON charge_claim (order_id);
CREATE INDEX charge_claim_cancellation ON charge_claim (cancellation_id);

-- Policies: revisions are added, never changed.
CREATE TABLE policy_revision (
  id             uuid PRIMARY KEY,
  shop           text NOT NULL,
  name           text NOT NULL,
  revision       integer NOT NULL,
  effective_from timestamptz NOT NULL,
  UNIQUE (shop, revision)
);

CREATE TABLE policy_rule (
  policy_id uuid NOT NULL REFERENCES policy_revision,
  position  integer NOT NULL,
  kind      text NOT NULL,
  parameter text NOT NULL,
  effect    text NOT NULL,
  PRIMARY KEY (policy_id, position)
);

INSERT INTO policy_revision VALUES
  ('01900000-0000-7000-8000-000000000001', '*', 'default', 1, '2000-01-01T00:00:00Z');
INSERT INTO policy_rule VALUES
  ('01900000-0000-7000-8000-000000000001', 1, 'WINDOW_AFTER_PLACEMENT', 'P14D', 'REVIEW'),
  ('01900000-0000-7000-8000-000000000001', 2, 'FROM_STAGE', 'PACKED', 'REVIEW'),
  ('01900000-0000-7000-8000-000000000001', 3, 'FROM_STAGE', 'HANDED_OVER', 'REFUSE'),
  ('01900000-0000-7000-8000-000000000001', 4, 'WHILE_PAYMENT', 'PENDING', 'REFUSE'),
  ('01900000-0000-7000-8000-000000000001', 5, 'WHILE_PAYMENT', 'DISPUTED', 'REFUSE');

-- Quotations and consents: exact texts.
CREATE TABLE quotation (
  id         uuid PRIMARY KEY,
  order_id   uuid NOT NULL REFERENCES shop_order,
  expires_at timestamptz NOT NULL,
  digest     text NOT NULL,
  body       text NOT NULL
);
CREATE INDEX quotation_order ON quotation (order_id);

CREATE TABLE consent (
  id                 uuid PRIMARY KEY,
  quotation_id       uuid NOT NULL UNIQUE REFERENCES quotation,
  order_id           uuid NOT NULL REFERENCES shop_order,
  quotation_digest   text NOT NULL,
  disclosure_version text NOT NULL,
  disclosure_digest  text NOT NULL,
  locale             text NOT NULL,
  actor_kind         text NOT NULL,
  actor_id           text NOT NULL,
  given_at           timestamptz NOT NULL
);

-- Payment: the account of every tender, the parts drawn on it, what gateways told.
CREATE TABLE tender_account (
  tender_id  uuid PRIMARY KEY REFERENCES tender,
  order_id   uuid NOT NULL REFERENCES shop_order,
  gateway    text NOT NULL,
  reference  text NOT NULL,
  currency   char(3) NOT NULL,
  state      text NOT NULL,
  authorized bigint NOT NULL,
  captured   bigint NOT NULL,
  released   bigint NOT NULL CHECK (released BETWEEN 0 AND authorized),
  refunded   bigint NOT NULL CHECK (refunded BETWEEN 0 AND captured)
);
CREATE INDEX tender_account_order ON tender_account (order_id);
CREATE INDEX tender_account_reference ON tender_account (reference);

CREATE TABLE refund_part (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL,
  order_id        uuid NOT NULL REFERENCES shop_order,
  tender_id       uuid NOT NULL REFERENCES tender,
  kind            text NOT NULL,
  state           text NOT NULL,
  currency        char(3) NOT NULL,
  amount          bigint NOT NULL CHECK (amount > 0),
  reserved        boolean NOT NULL,
  reference       text NOT NULL,
  submitted_at    timestamptz,
  settled_at      timestamptz,
  UNIQUE (cancellation_id, tender_id)
);
CREATE INDEX refund_part_tender ON refund_part (tender_id);

CREATE TABLE gateway_news (
  gateway  text NOT NULL,
  id       text NOT NULL,
  type     text NOT NULL,
  digest   text NOT NULL,
  heard_at timestamptz NOT NULL,
  PRIMARY KEY (gateway, id)
);

-- Logistics.
CREATE TABLE warehouse_hold (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL,
  warehouse       text NOT NULL,
  order_number    text NOT NULL,
  status          text NOT NULL,
  asked_at        timestamptz NOT NULL,
  answered_at     timestamptz
);
CREATE INDEX warehouse_hold_cancellation ON warehouse_hold (cancellation_id);

CREATE TABLE hold_line (
  hold_id uuid NOT NULL REFERENCES warehouse_hold,
  line_id uuid NOT NULL REFERENCES order_line,
  sku     text NOT NULL,
  units   integer NOT NULL CHECK (units > 0),
  held    integer NOT NULL CHECK (held BETWEEN 0 AND units),
  PRIMARY KEY (hold_id, line_id)
);

CREATE TABLE stock_movement (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL,
  order_id        uuid NOT NULL REFERENCES shop_order,
  line_id         uuid NOT NULL REFERENCES order_line,
  warehouse       text NOT NULL,
  sku             text NOT NULL,
  units           integer NOT NULL CHECK (units > 0),
  at              timestamptz NOT NULL,
  UNIQUE (cancellation_id, line_id)
);

-- Tax: credit documents, numbered without gaps per legal entity and year.
CREATE TABLE document_counter (
  legal_entity text NOT NULL,
  year         integer NOT NULL,
  last_number  bigint NOT NULL,
  PRIMARY KEY (legal_entity, year)
);

CREATE TABLE credit_note (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL UNIQUE,
  order_id        uuid NOT NULL REFERENCES shop_order,
  legal_entity    text NOT NULL,
  year            integer NOT NULL,
  counter         bigint NOT NULL,
  invoice_number  text NOT NULL,
  issued_on       date NOT NULL,
  currency        char(3) NOT NULL,
  total           bigint NOT NULL,
  body            text NOT NULL,
  UNIQUE (legal_entity, year, counter)
);

CREATE TABLE credit_tax (
  credit_id    uuid NOT NULL REFERENCES credit_note DEFERRABLE INITIALLY DEFERRED,
  position     integer NOT NULL,
  authority    text NOT NULL,
  rate_percent numeric NOT NULL,
  amount       bigint NOT NULL,
  PRIMARY KEY (credit_id, position)
);

-- The hall.
CREATE SEQUENCE cancellation_number;

CREATE TABLE cancellation (
  id           uuid PRIMARY KEY,
  number       bigint NOT NULL UNIQUE,
  order_id     uuid NOT NULL REFERENCES shop_order,
  shop         text NOT NULL,
  kind         text NOT NULL,
  state        text NOT NULL,
  basis_kind   text NOT NULL,
  basis_text   text NOT NULL,
  -- The promise it executes, and the one it was asked with: one cancellation per consented quotation.
  quotation_id text,
  asked_with   text UNIQUE,
  currency     char(3) NOT NULL,
  amount       bigint NOT NULL,
  reason       text NOT NULL,
  findings     text NOT NULL,
  by_person    boolean NOT NULL,
  received_at  timestamptz NOT NULL,
  decided_at   timestamptz,
  confirmed_at timestamptz,
  held_at      timestamptz,
  executing_at timestamptz,
  completed_at timestamptz
);
CREATE INDEX cancellation_order ON cancellation (order_id);
CREATE INDEX cancellation_received ON cancellation (received_at, id);
CREATE INDEX cancellation_state ON cancellation (state, received_at);

CREATE TABLE cancelled_line (
  cancellation_id uuid NOT NULL REFERENCES cancellation,
  line_id         uuid NOT NULL REFERENCES order_line,
  position        integer NOT NULL,
  asked           integer NOT NULL,
  held            integer NOT NULL,
  PRIMARY KEY (cancellation_id, line_id)
);

-- Every request verbatim, also of those who came second.
CREATE TABLE request_record (
  id              uuid PRIMARY KEY,
  order_id        uuid NOT NULL REFERENCES shop_order,
  cancellation_id uuid NOT NULL REFERENCES cancellation,
  actor_kind      text NOT NULL,
  actor_id        text NOT NULL,
  idempotency_key text,
  digest          text NOT NULL,
  declaration     text NOT NULL,
  received_at     timestamptz NOT NULL,
  UNIQUE (actor_id, idempotency_key)
);
CREATE INDEX request_record_cancellation ON request_record (cancellation_id);

CREATE TABLE step (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL REFERENCES cancellation,
  position        integer NOT NULL,
  kind            text NOT NULL,
  state           text NOT NULL,
  subject_id      uuid NOT NULL,
  owner           integer,
  attempt_id      text,
  attempt         integer NOT NULL,
  tries           integer NOT NULL,
  due_at          timestamptz NOT NULL,
  attempted_at    timestamptz,
  done_at         timestamptz,
  note            text NOT NULL,
  UNIQUE (cancellation_id, position)
);
CREATE INDEX step_open ON step (due_at) WHERE state NOT IN ('DONE', 'REFUSED');

CREATE TABLE journal (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL,
  step_id         uuid NOT NULL,
  attempt_id      uuid NOT NULL,
  attempt         integer NOT NULL,
  phase           text NOT NULL,
  outcome         text NOT NULL,
  detail          text NOT NULL,
  at              timestamptz NOT NULL
);
CREATE INDEX journal_cancellation ON journal (cancellation_id);

CREATE TABLE work_item (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL REFERENCES cancellation,
  reason          text NOT NULL,
  next_action     text NOT NULL,
  owner           text NOT NULL,
  opened_at       timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  closed_at       timestamptz
);
CREATE UNIQUE INDEX work_item_open ON work_item (cancellation_id, reason) WHERE closed_at IS NULL;

-- Outbox: one envelope per event and listener.
CREATE TABLE event (
  id         uuid PRIMARY KEY,
  type       text NOT NULL,
  subject_id uuid NOT NULL,
  order_id   uuid NOT NULL,
  at         timestamptz NOT NULL,
  facts      text NOT NULL
);

CREATE TABLE envelope (
  id           uuid PRIMARY KEY,
  event_id     uuid NOT NULL REFERENCES event,
  listener     text NOT NULL,
  owner        integer,
  tries        integer NOT NULL,
  due_at       timestamptz NOT NULL,
  delivered_at timestamptz,
  note         text NOT NULL,
  UNIQUE (event_id, listener)
);
CREATE INDEX envelope_due ON envelope (listener, due_at) WHERE delivered_at IS NULL;

-- Audit: entries, those not yet chained, and the chain.
CREATE TABLE audit_entry (
  id         uuid PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id   text NOT NULL,
  what       text NOT NULL,
  order_id   uuid NOT NULL,
  subject_id uuid NOT NULL,
  body       text NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id);

CREATE TABLE audit_pending (
  entry_id uuid PRIMARY KEY REFERENCES audit_entry
);

CREATE TABLE audit_leaf (
  number       bigint PRIMARY KEY,
  entry_id     uuid NOT NULL UNIQUE REFERENCES audit_entry,
  entry_digest text NOT NULL,
  chain        text NOT NULL
);

-- Even the owner of the tables does not rewrite what is evidence.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_entry', 'audit_leaf', 'journal', 'stock_movement',
    'credit_note', 'credit_tax', 'consent', 'quotation', 'request_record', 'gateway_news']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO countermand_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['shop_order', 'order_payload', 'order_line', 'order_charge',
    'tax_line', 'discount_share', 'tender', 'fulfilment_line', 'event', 'cancelled_line']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO countermand_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['buyer', 'fulfilment', 'tender_account', 'refund_part',
    'warehouse_hold', 'hold_line', 'document_counter', 'cancellation', 'cancelled_line', 'step',
    'work_item', 'envelope']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO countermand_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['unit_claim', 'charge_claim', 'audit_pending', 'refund_part']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO countermand_app', name);
  END LOOP;
END $$;

-- Locking a row FOR UPDATE needs the right to update some column of it.
GRANT UPDATE (received_at) ON shop_order TO countermand_app;
GRANT SELECT ON policy_revision, policy_rule TO countermand_app;
GRANT USAGE ON SEQUENCE node_number, cancellation_number TO countermand_app;
