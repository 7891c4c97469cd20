-- The other way for a refund that failed: to a bank account that the buyer names.

-- A third kind of agent lets money go there, and is never the one who named the account.
ALTER TABLE agent_account DROP CONSTRAINT agent_account_role_check;
ALTER TABLE agent_account ADD CONSTRAINT agent_account_role_check
  CHECK (role IN ('CLERK', 'LEAD', 'FINANCE'));

CREATE TABLE payout (
  id              uuid PRIMARY KEY,
  part_id         uuid NOT NULL REFERENCES refund_part,
  cancellation_id uuid NOT NULL REFERENCES cancellation,
  order_id        uuid NOT NULL REFERENCES shop_order,
  shop            text NOT NULL,
  method          text NOT NULL,
  state           text NOT NULL,
  currency        char(3) NOT NULL,
  amount          bigint NOT NULL CHECK (amount > 0),
  same_name       boolean NOT NULL,    -- whether the account is in the buyer's own name
  chosen_by       text NOT NULL,
  chosen_at       timestamptz NOT NULL,
  assent          text NOT NULL DEFAULT '',  -- the sentence with which credit was wanted instead of money
  decided_by      text NOT NULL DEFAULT '',
  decided_at      timestamptz,
  why             text NOT NULL DEFAULT '',
  reference       text NOT NULL DEFAULT '',  -- the bank's, as soon as it has told one; or that of the credit
  settled_at      timestamptz,
  -- Who is at it: a lease, as of the steps. A claim takes a new number, so that who comes too late is known.
  owner           integer,
  claim           bigint NOT NULL DEFAULT 0,
  attempt_id      text,
  attempt         integer NOT NULL DEFAULT 0,
  attempted_at    timestamptz,
  tries           integer NOT NULL DEFAULT 0,
  look            boolean NOT NULL DEFAULT false,
  due_at          timestamptz,         -- null: there is nothing to do
  note            text NOT NULL DEFAULT ''
);
-- That a part is paid out once at a time is not left to the application's locks alone.
CREATE UNIQUE INDEX payout_live ON payout (part_id) WHERE state NOT IN ('REJECTED', 'FAILED', 'RETURNED');
CREATE INDEX payout_part ON payout (part_id);
CREATE INDEX payout_cancellation ON payout (cancellation_id);
CREATE INDEX payout_due ON payout (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX payout_chosen ON payout (chosen_at) WHERE state = 'CHOSEN';
CREATE INDEX payout_latest ON payout (chosen_at DESC, id);

-- The only personal data of a payout. To forget a person, the row is deleted; the payout stays.
CREATE TABLE payout_account (
  payout_id uuid PRIMARY KEY REFERENCES payout,
  key_id    text NOT NULL,
  sealed    bytea NOT NULL,            -- AES-256-GCM, bound to the payout's id
  tail      text NOT NULL              -- the last four characters of the number, which is all that is shown
);

-- Calls to the bank, as the journal tells those of the steps.
CREATE TABLE payout_journal (
  id         uuid PRIMARY KEY,
  payout_id  uuid NOT NULL REFERENCES payout,
  attempt_id uuid NOT NULL,
  attempt    integer NOT NULL,
  phase      text NOT NULL,
  outcome    text NOT NULL,
  detail     text NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX payout_journal_payout ON payout_journal (payout_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON payout TO countermand_app;
GRANT SELECT, INSERT, DELETE ON payout_account TO countermand_app;
GRANT SELECT, INSERT ON payout_journal TO countermand_app;
