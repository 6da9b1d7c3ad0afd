-- A database can have been started with the samples and without: the region that was started last is the one
-- that the server runs.
ALTER TABLE region ADD COLUMN served_at timestamptz NOT NULL DEFAULT now();
