-- What a cancellation keeps contains tax, which is told on its document and given back with it.
-- One tax a line, its parts apart by tabs: authority, rate in percent, amount with its sign.
ALTER TABLE retention ADD COLUMN taxes text NOT NULL DEFAULT '';
