-- Who may come in, and how often he may try. Accounts and keys are made by an administrator as the owner
-- of the tables; the application only reads them.

CREATE TABLE agent_account (
  id            text    PRIMARY KEY,   -- stands in the audit log: no personal data
  name          text    NOT NULL,      -- what the agent types
  password_hash text    NOT NULL,      -- pbkdf2-sha256$iterations$salt$hash
  shop          text    NOT NULL,      -- '*' for every shop
  role          text    NOT NULL CHECK (role IN ('CLERK', 'LEAD')),
  disabled      boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX agent_account_name ON agent_account (lower(name));

CREATE TABLE partner_key (
  id         text    PRIMARY KEY,      -- stands in the audit log
  key_digest text    NOT NULL UNIQUE,  -- SHA-256 of the key, lower-case hexadecimal
  shop       text    NOT NULL,
  name       text    NOT NULL,
  disabled   boolean NOT NULL DEFAULT false
);

-- One mailed code each. The code itself is derived from the id and stored nowhere.
CREATE TABLE access_challenge (
  id         uuid        PRIMARY KEY,
  order_id   text,                     -- null: asked for an order that was not found
  shop       text        NOT NULL,
  expires_at timestamptz NOT NULL,
  tries      integer     NOT NULL DEFAULT 0,
  used_at    timestamptz
);
CREATE INDEX access_challenge_expires_at ON access_challenge (expires_at);

-- Not logged: a crash of the database forgets the counts, which harms nobody, and a flood of tries writes less.
CREATE UNLOGGED TABLE rate_limit (
  bucket       text        NOT NULL,   -- keyed digest of what is counted and for whom
  window_start timestamptz NOT NULL,
  count        integer     NOT NULL,
  PRIMARY KEY (bucket, window_start)
);
CREATE INDEX rate_limit_window_start ON rate_limit (window_start);

GRANT SELECT ON agent_account, partner_key TO countermand_app;
GRANT SELECT, INSERT, DELETE, UPDATE (tries, used_at) ON access_challenge TO countermand_app;
GRANT SELECT, INSERT, DELETE, UPDATE (count) ON rate_limit TO countermand_app;
