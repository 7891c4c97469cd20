-- Several tenders of one order, and the ledger of gift cards and store credit.

-- What stands on gift cards and in buyers' store credit. A reference is the shop's token of a card
-- or of a buyer's credit; nothing here says whose it is.
CREATE TABLE credit_account (
  id        uuid PRIMARY KEY,
  shop      text NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('GIFT_CARD', 'STORE_CREDIT')),
  reference text NOT NULL,
  currency  char(3) NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (shop, reference)
);

-- The balance is the sum. What an entry is about is our id, and for what was spent the shop's own.
CREATE TABLE credit_entry (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES credit_account,
  kind       text NOT NULL,
  subject    text NOT NULL,
  amount     bigint NOT NULL CHECK (amount <> 0),
  actor_id   text NOT NULL,
  at         timestamptz NOT NULL,
  CHECK ((amount < 0) = (kind IN ('SPENT', 'TAKEN_BACK'))),
  UNIQUE (account_id, kind, subject)
);
-- Nothing of ours is booked twice, not even on two accounts. What is about a cancellation begins
-- with its id.
CREATE UNIQUE INDEX credit_entry_once ON credit_entry (kind, subject text_pattern_ops)
  WHERE kind <> 'SPENT';

-- That no balance is negative is not left to the application's lock alone.
CREATE FUNCTION refuse_overdraft() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM credit_account WHERE id = NEW.account_id FOR UPDATE;
  IF (SELECT sum(amount) FROM credit_entry WHERE account_id = NEW.account_id) < 0 THEN
    RAISE EXCEPTION 'Credit account % would be overdrawn', NEW.account_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER never_negative AFTER INSERT ON credit_entry
  FOR EACH ROW WHEN (NEW.amount < 0) EXECUTE FUNCTION refuse_overdraft();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON credit_account, credit_entry TO countermand_app;
-- Locking a row FOR UPDATE needs the right to update some column of it.
GRANT UPDATE (opened_at) ON credit_account TO countermand_app;
