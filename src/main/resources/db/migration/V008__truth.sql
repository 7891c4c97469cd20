-- The truth about where the money is: refunds that somebody else made, how far ours are on their
-- way, and what a gateway's own list says of a day that is over.

-- What went back by somebody else's doing. He may do so while a refund of ours is under way, so
-- both together can be more than was taken, and no row may be refused for what he did. What must
-- never be is that we begin a refund that is not there to be given.
ALTER TABLE tender_account ADD COLUMN external bigint NOT NULL DEFAULT 0 CHECK (external >= 0);

CREATE FUNCTION refuse_tender_overdraft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Tender % would give back more than was taken', NEW.tender_id
    USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER never_overdrawn BEFORE UPDATE OF refunded ON tender_account
  FOR EACH ROW
  WHEN (NEW.refunded > OLD.refunded
    AND NEW.refunded + NEW.external > greatest(NEW.captured, OLD.refunded + OLD.external))
  EXECUTE FUNCTION refuse_tender_overdraft();

CREATE INDEX tender_account_disputed ON tender_account (tender_id) WHERE state = 'DISPUTED';

-- Refunds that no part of ours stands for, each once.
CREATE TABLE external_refund (
  gateway       text NOT NULL,
  reference     text NOT NULL,
  tender_id     uuid NOT NULL REFERENCES tender,
  order_id      uuid NOT NULL REFERENCES shop_order,
  currency      char(3) NOT NULL,
  amount        bigint NOT NULL CHECK (amount > 0),
  state         text NOT NULL,
  part          text NOT NULL,           -- a part that it names and that we do not know, or empty
  first_seen_at timestamptz NOT NULL,
  counted_for   uuid UNIQUE,             -- the part of ours that it stands for, by a person's word
  PRIMARY KEY (gateway, reference)
);
CREATE INDEX external_refund_tender ON external_refund (tender_id);
CREATE INDEX external_refund_order ON external_refund (order_id);
GRANT SELECT, INSERT ON external_refund TO countermand_app;
GRANT UPDATE (state, counted_for) ON external_refund TO countermand_app;

-- How far a refund is: the number that the buyer's bank can look for, and what it waits for.
ALTER TABLE refund_part ADD COLUMN network_reference text NOT NULL DEFAULT '',
  ADD COLUMN pending_reason text NOT NULL DEFAULT '';

CREATE INDEX refund_part_pending ON refund_part (submitted_at, id)
  WHERE state IN ('PENDING', 'REQUIRES_ACTION');
CREATE INDEX refund_part_submitted ON refund_part (submitted_at) WHERE kind = 'REFUND';
CREATE INDEX refund_part_lost ON refund_part (cancellation_id) WHERE state IN ('FAILED', 'REVERSED');
CREATE INDEX work_item_reason ON work_item (reason, opened_at, id) WHERE closed_at IS NULL;

-- Every day of every gateway is compared once it is over, by whichever node claims it.
CREATE TABLE reconciliation_run (
  gateway     text NOT NULL,
  day         date NOT NULL,             -- UTC, by the gateway's clock
  state       text NOT NULL,
  owner       integer,
  tries       integer NOT NULL DEFAULT 0,
  due_at      timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz,
  listed      bigint NOT NULL DEFAULT 0,
  ours        bigint NOT NULL DEFAULT 0,
  elsewhere   bigint NOT NULL DEFAULT 0,
  differences bigint NOT NULL DEFAULT 0,
  settled     bigint NOT NULL DEFAULT 0,
  exact       bigint NOT NULL DEFAULT 0,
  note        text NOT NULL DEFAULT '',
  PRIMARY KEY (gateway, day)
);
CREATE INDEX reconciliation_run_day ON reconciliation_run (day, gateway);
CREATE INDEX reconciliation_run_open ON reconciliation_run (due_at) WHERE state <> 'DONE';
GRANT SELECT, INSERT, UPDATE ON reconciliation_run TO countermand_app;

-- Where the books and a gateway disagree; resolved when it is looked at again and is gone.
CREATE TABLE reconciliation_difference (
  gateway      text NOT NULL,
  kind         text NOT NULL,
  reference    text NOT NULL,            -- the gateway's id of the refund, or empty
  part         uuid NOT NULL,            -- our part, or one that the gateway names
  payment      text NOT NULL,
  day          date NOT NULL,
  currency     char(3) NOT NULL,
  booked       bigint,
  booked_state text NOT NULL,
  there        bigint,
  there_state  text NOT NULL,
  found_at     timestamptz NOT NULL,
  seen_at      timestamptz NOT NULL,
  resolved_at  timestamptz,
  PRIMARY KEY (gateway, kind, reference, part)
);
CREATE INDEX reconciliation_difference_open ON reconciliation_difference (found_at)
  WHERE resolved_at IS NULL;
CREATE INDEX reconciliation_difference_part ON reconciliation_difference (part)
  WHERE resolved_at IS NULL;
CREATE INDEX reconciliation_difference_payment ON reconciliation_difference (payment)
  WHERE resolved_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON reconciliation_difference TO countermand_app;
