-- Files of reports that were handed in together; each is read on its own.
CREATE TABLE report_batch (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Put away by a person: no longer listed.
  closed_at timestamptz,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX report_batch_latest ON report_batch (region_id, created_at DESC);

CREATE TABLE report_batch_file (
  region_id integer NOT NULL,
  batch_id uuid NOT NULL,
  n integer NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  state text NOT NULL DEFAULT 'awaited'
    CHECK (state IN ('awaited', 'queued', 'reading', 'done', 'refused', 'cancelled', 'interrupted')),
  -- How often its reading was begun.
  attempts integer NOT NULL DEFAULT 0,
  -- SHA-256 of the file, once it is here.
  hash text,
  -- {code, details} of the table of errors.
  refusal jsonb,
  report_id uuid,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, batch_id, n),
  FOREIGN KEY (region_id, batch_id) REFERENCES report_batch (region_id, id) ON DELETE CASCADE,
  FOREIGN KEY (region_id, report_id) REFERENCES report (region_id, id),
  CHECK ((state = 'done') = (report_id IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
CREATE INDEX report_batch_file_unsettled ON report_batch_file (region_id, state)
  WHERE state IN ('awaited', 'queued', 'reading');
CREATE INDEX report_batch_file_hash ON report_batch_file (region_id, hash) WHERE hash IS NOT NULL;

-- The same file is not read twice; a report that was withdrawn counts nowhere and can be brought back.
ALTER TABLE report ADD COLUMN file_hash text;
ALTER TABLE report ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE report ADD COLUMN withdrawn_by text;
CREATE INDEX report_file_hash ON report (region_id, file_hash) WHERE file_hash IS NOT NULL;
