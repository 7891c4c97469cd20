-- Credit documents are exact texts, numbered without gap or repeat per legal entity, series and
-- year. What was issued before stays as it was: its text is the quotation that it stands for, under
-- the number and in the series that it had.

-- Who issues documents: the key is the legal entity on orders. A document keeps its own copy.
CREATE TABLE seller (
  legal_entity text PRIMARY KEY,
  name         text NOT NULL,
  street       text NOT NULL,
  postcode     text NOT NULL,
  city         text NOT NULL,
  country      text NOT NULL,
  region       text NOT NULL DEFAULT '',
  email        text NOT NULL DEFAULT '',
  -- Of tax per document, where the law leaves it to the issuer; fixed for good.
  rounding     text NOT NULL DEFAULT 'HALF_UP',
  -- Tax ids and elections, one a line: name=value, both percent-encoded.
  tax_ids      text NOT NULL DEFAULT '',
  elections    text NOT NULL DEFAULT ''
);
GRANT SELECT ON seller TO countermand_app;

CREATE TABLE document_series (
  legal_entity text NOT NULL,
  series       text NOT NULL,
  -- Of the calendar, such as 2026, or a financial year, such as 2026-27.
  year         text NOT NULL,
  last_number  bigint NOT NULL,
  PRIMARY KEY (legal_entity, series, year)
);

CREATE TABLE document (
  id              uuid PRIMARY KEY,
  cancellation_id uuid NOT NULL,
  order_id        uuid NOT NULL REFERENCES shop_order,
  shop            text NOT NULL,
  legal_entity    text NOT NULL,
  series          text NOT NULL,
  year            text NOT NULL,
  counter         bigint NOT NULL CHECK (counter > 0),
  number          text NOT NULL,
  kind            text NOT NULL,
  -- Whose tax it is about, such as DE or US-CA; empty where the text does not say.
  place           text NOT NULL,
  scheme          text NOT NULL,
  issued_on       date NOT NULL,
  currency        char(3) NOT NULL,
  total           bigint NOT NULL,
  invoice_number  text NOT NULL,
  -- The number of the document that it corrects; else empty.
  corrects        text NOT NULL,
  digest          text NOT NULL,
  body            text NOT NULL,
  UNIQUE (legal_entity, series, year, counter),
  UNIQUE (legal_entity, number)
);

CREATE TABLE document_tax (
  document_id  uuid NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  position     integer NOT NULL,
  authority    text NOT NULL,
  rate_percent numeric NOT NULL,
  amount       bigint NOT NULL,
  PRIMARY KEY (document_id, position)
);

INSERT INTO document_series SELECT legal_entity, 'CN', year::text, last_number FROM document_counter;

INSERT INTO document
  SELECT n.id, n.cancellation_id, n.order_id, o.shop, n.legal_entity, 'CN', n.year::text, n.counter,
         format('CN-%s-%s', n.year, lpad(n.counter::text, greatest(6, length(n.counter::text)), '0')),
         'CREDIT_NOTE', '', '', n.issued_on, n.currency, n.total, n.invoice_number, '',
         encode(sha256(convert_to(n.body, 'UTF8')), 'hex'), n.body
  FROM credit_note n JOIN shop_order o ON o.id = n.order_id;

INSERT INTO document_tax SELECT credit_id, position, authority, rate_percent, amount FROM credit_tax;

DROP TABLE credit_tax, credit_note, document_counter;

-- One document for a cancellation; what corrects it is another.
CREATE UNIQUE INDEX document_cancellation ON document (cancellation_id) WHERE corrects = '';
CREATE INDEX document_order ON document (order_id);
CREATE INDEX document_issued ON document (issued_on, id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['document', 'document_tax']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO countermand_app', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON document_series TO countermand_app;
