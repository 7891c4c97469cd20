-- What a gateway told is a hint, and what is true is asked for after the commit. The question is
-- written down with the hint, so that a node which dies in between does not lose it.

-- Every message takes a new version. They are compared for equality only, so gaps do no harm, and a
-- question that was deleted and is put again is never taken for the old one.
CREATE SEQUENCE gateway_question_version;

CREATE TABLE gateway_question (
  gateway   text NOT NULL,
  reference text NOT NULL,             -- the gateway's id of the payment, or empty
  part      text NOT NULL,             -- our refund part, or empty
  version   bigint NOT NULL DEFAULT nextval('gateway_question_version'),
  owner     integer,
  tries     integer NOT NULL DEFAULT 0,
  due_at    timestamptz NOT NULL,
  PRIMARY KEY (gateway, reference, part)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON gateway_question TO countermand_app;
GRANT USAGE ON SEQUENCE gateway_question_version TO countermand_app;
