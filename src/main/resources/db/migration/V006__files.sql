-- Files of orders: how they are read, what became of every row, and the instructions to cancel that
-- stand in them.

-- Revisions are added, never changed: a job goes on with the one it was started with.
CREATE TABLE file_mapping (
  id                  uuid PRIMARY KEY,
  shop                text NOT NULL,
  name                text NOT NULL,
  revision            integer NOT NULL,
  channel             text NOT NULL,
  legal_entity        text NOT NULL,
  warehouse           text NOT NULL,
  gateway             text NOT NULL,
  delimiter           text NOT NULL,
  charset             text NOT NULL,
  decimal_mark        text NOT NULL,
  date_patterns       text NOT NULL,   -- parted by |
  zone                text NOT NULL,
  cancellation_prefix text NOT NULL,
  adjustment_prefix   text NOT NULL,
  home_country        text NOT NULL,
  service_codes       text NOT NULL,   -- parted by commas, * for anything
  saved_by            text NOT NULL,
  saved_at            timestamptz NOT NULL,
  UNIQUE (shop, name, revision)
);

CREATE TABLE file_mapping_field (
  mapping_id uuid NOT NULL REFERENCES file_mapping,
  field      text NOT NULL,
  template   text NOT NULL,
  PRIMARY KEY (mapping_id, field)
);

-- What is done piece by piece: the import of a file, the replay of a channel's instructions.
CREATE TABLE job (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL,
  shop        text NOT NULL,
  state       text NOT NULL,
  wish        text NOT NULL,           -- RUN, PAUSE or STOP: what a person wants next
  name        text NOT NULL,           -- the file's, or the channel's
  mapping_id  uuid REFERENCES file_mapping,
  dry_run     boolean NOT NULL,
  digest      text NOT NULL,
  bytes       bigint NOT NULL,
  started_by  text NOT NULL,
  created_at  timestamptz NOT NULL,
  started_at  timestamptz,
  ended_at    timestamptz,
  -- The node that is at it; free at once when that node is dead.
  owner       integer,
  rows_read   bigint NOT NULL,
  bytes_read  bigint NOT NULL,
  -- Orders, or cancellations of a replay: settled of all, and how they were settled.
  items       bigint NOT NULL,
  settled     bigint NOT NULL,
  created     bigint NOT NULL,
  existing    bigint NOT NULL,
  refused     bigint NOT NULL,
  -- Up to which order number, or customer, the second half has come.
  position    text NOT NULL,
  why         text NOT NULL            -- code and parameter of what made it fail
);
CREATE INDEX job_created ON job (created_at DESC, id);
CREATE INDEX job_open ON job (kind) WHERE state IN ('READING', 'SETTLING');
-- One and the same file twice at once is one job.
CREATE UNIQUE INDEX job_once ON job (shop, kind, mapping_id, digest, dry_run)
  NULLS NOT DISTINCT WHERE state IN ('READING', 'SETTLING', 'PAUSED');

-- The file as it came, so that any node can go on with it; emptied when the job has ended.
CREATE TABLE job_chunk (
  job_id uuid NOT NULL REFERENCES job DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL,
  bytes  bytea NOT NULL,
  PRIMARY KEY (job_id, number)
);

-- Every row of a file while its job runs; afterwards only those that became nothing else.
CREATE TABLE job_row (
  job_id      uuid NOT NULL REFERENCES job,
  line        bigint NOT NULL,
  fate        text NOT NULL,
  reason      text NOT NULL,
  column_name text NOT NULL,
  number      text NOT NULL,
  units       bigint NOT NULL,
  value       numeric NOT NULL,
  text        text NOT NULL
);
CREATE INDEX job_row_number ON job_row (job_id, number, line) WHERE fate <> 'REPORTED';
CREATE INDEX job_row_reported ON job_row (job_id, line) WHERE fate = 'REPORTED';

-- What the rows come to; always together with the rows, so the sums are those of what was read.
CREATE TABLE job_total (
  job_id uuid NOT NULL REFERENCES job,
  fate   text NOT NULL,
  reason text NOT NULL,
  rows   bigint NOT NULL,
  units  bigint NOT NULL,
  value  numeric NOT NULL,
  PRIMARY KEY (job_id, fate, reason)
);

-- What a channel's file says was cancelled, in the channel's own words.
CREATE TABLE channel_instruction (
  id       uuid PRIMARY KEY,
  shop     text NOT NULL,
  channel  text NOT NULL,
  number   text NOT NULL,              -- the channel's number of the cancellation
  position integer NOT NULL,
  job_id   uuid NOT NULL REFERENCES job,
  line     bigint NOT NULL,
  email    text NOT NULL,              -- whose orders it is about; personal, as in buyer
  sku      text NOT NULL,
  units    integer NOT NULL CHECK (units > 0),
  at       timestamptz NOT NULL,
  text     text NOT NULL,
  linked   integer CHECK (linked BETWEEN 0 AND units),
  UNIQUE (shop, channel, number, position)
);
CREATE INDEX channel_instruction_unlinked ON channel_instruction (shop, channel, email)
  WHERE linked IS NULL;

-- The instructions of one number that concern one order: one request for a cancellation.
CREATE TABLE channel_request (
  id              uuid PRIMARY KEY,
  shop            text NOT NULL,
  channel         text NOT NULL,
  number          text NOT NULL,
  order_id        uuid NOT NULL REFERENCES shop_order,
  at              timestamptz NOT NULL,
  cancellation_id uuid,
  outcome         text,                -- null: not asked yet
  UNIQUE (shop, channel, number, order_id)
);
CREATE INDEX channel_request_open ON channel_request (shop, channel, at, id) WHERE outcome IS NULL;

CREATE TABLE instruction_link (
  instruction_id uuid NOT NULL REFERENCES channel_instruction,
  line_id        uuid NOT NULL REFERENCES order_line,
  request_id     uuid NOT NULL REFERENCES channel_request,
  units          integer NOT NULL CHECK (units > 0),
  PRIMARY KEY (instruction_id, line_id)
);
CREATE INDEX instruction_link_request ON instruction_link (request_id);
CREATE INDEX instruction_link_line ON instruction_link (line_id);


DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['file_mapping', 'file_mapping_field', 'instruction_link'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO countermand_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['job', 'job_total'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO countermand_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['job_chunk', 'job_row'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO countermand_app', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE (linked) ON channel_instruction TO countermand_app;
GRANT SELECT, INSERT, UPDATE (cancellation_id, outcome) ON channel_request TO countermand_app;
